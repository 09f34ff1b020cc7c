# Finds a JDK. Read by the launchers with `.`; POSIX sh.
# shellcheck shell=sh

creature_java_release=25

# Prints the feature release of the Java in a folder, or nothing.
java_release() {
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  elif [ -x "$1/bin/java" ]; then
    "$1/bin/java" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
  fi
}

# Says whether a folder holds a Java that is new enough; `javac` as $2 asks for a compiler, too.
is_fit() {
  [ -n "$1" ] && [ -x "$1/bin/$2" ] && [ -x "$1/bin/java" ] || return 1
  creature_found_release=$(java_release "$1")
  [ "${creature_found_release:-0}" -ge "$creature_java_release" ]
}

# Prints the home of the `java` on the path, or nothing.
java_on_path() {
  creature_path_java=$(command -v java) || return 0
  creature_path_java=$(readlink -f "$creature_path_java" 2>/dev/null) || return 0
  dirname "$(dirname "$creature_path_java")"
}

# Prints the home of a fit JDK; ends the program with 3 when there is none. $1: java or javac.
find_jdk() {
  if [ -n "${CREATURE_JAVA_HOME:-}" ]; then
    if is_fit "$CREATURE_JAVA_HOME" "$1"; then
      printf '%s\n' "$CREATURE_JAVA_HOME"
      return
    fi
    echo "creature: CREATURE_JAVA_HOME=$CREATURE_JAVA_HOME is no JDK $creature_java_release or later; set it to one, or unset it" >&2
    exit 3
  fi
  for creature_candidate in "${JAVA_HOME:-}" "$(java_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_fit "$creature_candidate" "$1"; then
      printf '%s\n' "$creature_candidate"
      return
    fi
  done
  echo "creature: needs a JDK $creature_java_release or later: install one (Debian, Ubuntu: apt-get install openjdk-$creature_java_release-jdk; macOS: brew install openjdk) or set CREATURE_JAVA_HOME to it" >&2
  exit 3
}
