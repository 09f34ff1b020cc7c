#!/bin/sh
# Makes a base for the image from this machine's own JDK 25 and C library, where no registry can be
# reached: deploy/image/base.sh base.tar, then -Dimage.base=tar:///path/base.tar.
# Needs a Linux with glibc, tar, sha256sum, and JAVA_HOME (a JDK with jlink).
set -eu
out=${1:?usage: base.sh OUT.tar}
java_home=${JAVA_HOME:?JAVA_HOME must name a JDK 25}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
umask 022
mkdir -p "$root/opt/java" "$root/etc" "$root/bin" "$root/usr/bin" "$root/data" "$root/models" "$root/tmp"
chmod 1777 "$root/tmp"

"$java_home/bin/jlink" --output "$root/opt/java/openjdk" --strip-debug --no-man-pages --no-header-files \
  --add-modules java.se,jdk.unsupported,jdk.management,jdk.management.agent,jdk.jfr,jdk.zipfs,jdk.net,jdk.crypto.ec,jdk.naming.dns,jdk.localedata,jdk.jcmd,jdk.httpserver

# A program with the libraries that it names, each where it was.
add() {
  mkdir -p "$root$(dirname "$2")"
  cp -L "$1" "$root$2"
}
libraries() {
  ldd "$1" 2>/dev/null | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/[^ ]*\) .*/\1/p'
}
shell=$(command -v dash || command -v sh)
add "$shell" /bin/sh
for tool in cp sleep; do add "$(command -v $tool)" /bin/$tool; done
{
  libraries "$shell"
  libraries "$(command -v cp)"
  find "$root/opt/java/openjdk" \( -name '*.so' -o -name java \) -type f | while read -r each; do libraries "$each"; done
  # What the models' runtime names beside these.
  for name in libstdc++.so.6 libgcc_s.so.1 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1; do
    ldconfig -p 2>/dev/null | sed -n "s/.*$name .*x86-64.*=> //p; s/.*$name .*AArch64.*=> //p" | head -1
  done
} | sort -u | while read -r library; do
  case $library in
    "$work"*) ;;
    *) add "$library" "$library" ;;
  esac
done
printf 'root:x:0:0::/:/bin/sh\ncreature:x:10001:10001::/data:/bin/sh\n' > "$root/etc/passwd"
printf 'root:x:0:\ncreature:x:10001:\n' > "$root/etc/group"
printf 'passwd: files\ngroup: files\nhosts: files dns\n' > "$root/etc/nsswitch.conf"

case $(uname -m) in x86_64) machine=amd64 ;; aarch64) machine=arm64 ;; *) machine=$(uname -m) ;; esac
tar -C "$root" --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cf "$work/layer.tar" .
layer=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
cat > "$work/config.json" <<JSON
{"created":"1970-01-01T00:00:00Z","architecture":"$machine","os":"linux",
 "config":{"Env":["PATH=/opt/java/openjdk/bin:/usr/bin:/bin","JAVA_HOME=/opt/java/openjdk","LANG=C.UTF-8"]},
 "rootfs":{"type":"layers","diff_ids":["sha256:$layer"]},
 "history":[{"created":"1970-01-01T00:00:00Z","created_by":"deploy/image/base.sh"}]}
JSON
printf '[{"Config":"config.json","RepoTags":["creature-base:local"],"Layers":["layer.tar"]}]' > "$work/manifest.json"
tar -C "$work" -cf "$out" manifest.json config.json layer.tar
echo "$out"
