#!/bin/sh
# Runs what is in the image where no container can run: its layers unpacked, read-only, as the user
# that the image names, in namespaces of its own, with its own /proc and only /data and /tmp to write.
#   sudo deploy/image/run-unpacked.sh deploy/target/jib-image.tar MODELS-FOLDER [ARGUMENTS INSTEAD OF up]
# Needs Linux, root, unshare, chroot, mount.
set -eu
image=${1:?usage: run-unpacked.sh IMAGE.tar MODELS [ARGUMENTS]}
models=${2:?usage: run-unpacked.sh IMAGE.tar MODELS [ARGUMENTS]}
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/root"
tar -C "$work" -xf "$image"
for layer in $(sed 's/.*"Layers":\[\([^]]*\)\].*/\1/; s/[",]/ /g' "$work/manifest.json"); do
  tar -C "$work/root" -xzf "$work/$layer" 2>/dev/null || tar -C "$work/root" -xf "$work/$layer"
  rm "$work/$layer"
done
list() { sed -n "s/.*\"$1\":\[\([^]]*\)\].*/\1/p" "$work/config.json" | sed 's/","/ /g; s/"//g'; }
user=$(sed -n 's/.*"User":"\([^"]*\)".*/\1/p' "$work/config.json")
entry=$(list Entrypoint)
environment=$(list Env)
[ $# -gt 0 ] || set -- $(list Cmd)
mkdir -p "$work/root/data" "$work/root/models" "$work/root/proc" "$work/root/dev" "$work/root/tmp"
export work models user entry environment
unshare --mount --pid --fork --ipc --uts sh -euc '
  mount --bind "$work/root" "$work/root"
  mount -t proc proc "$work/root/proc"
  mount -t tmpfs -o "uid=${user%:*},gid=${user#*:},mode=700" data "$work/root/data"
  mount -t tmpfs -o mode=1777 tmp "$work/root/tmp"
  mount --bind "$models" "$work/root/models"
  mount -o remount,bind,ro "$work/root/models"
  mount --rbind /dev "$work/root/dev"
  mount -o remount,bind,ro "$work/root"
  # The image holds no env: the variables are set out here.
  exec env -i $environment "$(command -v chroot)" --userspec="$user" "$work/root" \
    /bin/sh -euc "cd /data; exec \"\$@\"" sh $entry "$@"
' sh "$@"
