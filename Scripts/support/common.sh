# What every script in Scripts/ begins with. Sourced, never run:
#   source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"
# shellcheck shell=bash

set -euo pipefail

script="$(cd "$(dirname "$0")" >/dev/null && pwd)/$(basename "$0")"
started="$PWD"
cd "$(dirname "${BASH_SOURCE[0]}")/../.." >/dev/null

# Says what is about to happen. On stderr, so that a script's own output can be piped.
say() {
  printf '==> %s\n' "$*" >&2
}

# Ends the script with a message for the person who ran it.
die() {
  printf '%s: %s\n' "${script##*/}" "$*" >&2
  exit 1
}

# Prints the comment at the head of the calling script, up to its first empty line, as its help.
print_help() {
  awk 'NR == 1 { next } /^#/ { sub(/^# ?/, ""); print; next } { exit }' "$script"
}

# For scripts that take no arguments but --help.
accept_only_help() {
  case "${1-}" in
    "") ;;
    -h | --help)
      print_help
      exit 0
      ;;
    *) die "unknown argument '$1'; see ${script##*/} --help" ;;
  esac
}

# Homebrew keeps libcapnp where the compiler does not look by itself.
if [[ "$(uname)" == Darwin ]] && command -v brew >/dev/null; then
  homebrew="$(brew --prefix)"
  export CPATH="$homebrew/include${CPATH:+:$CPATH}"
  export LIBRARY_PATH="$homebrew/lib${LIBRARY_PATH:+:$LIBRARY_PATH}"
fi
