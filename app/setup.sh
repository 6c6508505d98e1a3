# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# What app/run and tests/run share: the lists of packages, installing what is missing, the locale and the build.
# Sourced, never run. The caller sets `root` (the checkout) before it calls any of this.

# Names of Debian 12. Programs and data that the built programs need:
run_packages=(
  fonts-noto-cjk
  adwaita-icon-theme
  librsvg2-common
  poppler-data
)
# To build both programs, and what `ninja install` calls:
build_packages=(
  build-essential
  meson
  ninja-build
  pkg-config
  gettext
  appstream
  desktop-file-utils
  shared-mime-info
  libgtk-4-dev
  libadwaita-1-dev
  libxlsxwriter-dev
  libjansson-dev
  libexpat1-dev
  libgumbo-dev
  libarchive-dev
  libpoppler-glib-dev
  libcairo2-dev
  libpango1.0-dev
  libfontconfig-dev
  libxml2-utils
)
# To test them: a second compiler, a display without a screen, input and accessibility, and independent judges:
test_packages=(
  clang
  libclang-rt-14-dev
  xvfb
  xauth
  dbus
  at-spi2-core
  gir1.2-atspi-2.0
  python3-pyatspi
  python3-gi
  gir1.2-gtk-4.0
  xdotool
  xclip
  imagemagick
  librsvg2-bin
  tidy
  qpdf
  poppler-utils
  libreoffice-writer-nogui
  libreoffice-calc-nogui
)

say ()
{
  printf '%s\n' "$*"
}

fail ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 2
}

# missing_packages PACKAGE…: those that are not installed, one a line.
missing_packages ()
{
  local name
  local state
  local -A there=()
  while read -r name state; do
    [ "$state" != installed ] || there[$name]=1
  done < <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null)
  for name in "$@"; do
    [ -n "${there[$name]:-}" ] || printf '%s\n' "$name"
  done
}

# as_root COMMAND…: runs it as root, through sudo where that is needed.
as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# install_missing PACKAGE…: installs what is not there by apt-get; says nothing where all is there.
install_missing ()
{
  local -a missing

  { command -v dpkg-query && command -v apt-get; } >/dev/null \
    || fail "this is not a Debian system (no dpkg or apt-get). Install what Debian calls: $*; then build with meson."
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    fail "these packages are missing and there is no sudo to install them. As root, run: apt-get install ${missing[*]}"
  fi
  as_root apt-get -q update \
    || say "The package lists could not be renewed; trying with those that are there."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 install "${missing[@]}" </dev/null \
    || fail "apt-get could not install these packages: ${missing[*]}. The reason stands above; without a network connection to a Debian 12 mirror they cannot be had."

  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} = 0 ] || fail "apt-get ended well, but these packages are still missing: ${missing[*]}"
}

# use_a_utf8_locale: a fresh Debian 12 has no locale: Chinese would come out as question marks. Where nothing says
# which language is wanted, it is the language of the form.
use_a_utf8_locale ()
{
  case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
    C | POSIX | C.*)
      export LC_ALL=C.UTF-8
      export LANGUAGE="${LANGUAGE:-zh_CN}"
      ;;
  esac
}

# build DIRECTORY [MESON OPTION…]: configures where that is new or other than last time, then builds what changed.
# The output goes to DIRECTORY.log and is shown when it fails.
build ()
{
  local directory=$1
  local stamp="$1/.configured-as"
  local log="$1.log"
  local wanted
  shift
  wanted=$(printf '%s\n' "$root" "${CC:-cc}" "$(meson --version)" "$@")

  mkdir -p "$(dirname "$directory")" || fail "cannot write to the folder $(dirname "$directory")"
  : >"$log" || fail "cannot write $log (was it made by another user? remove the folder $(dirname "$directory"))"
  if [ ! -f "$directory/build.ninja" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    rm -rf "$directory"
    meson setup "$directory" "$root" "$@" >>"$log" 2>&1 || build_failed "$log" "configuring"
    printf '%s\n' "$wanted" >"$stamp"
  fi
  ninja -C "$directory" >>"$log" 2>&1 || build_failed "$log" "building"
}

build_failed ()
{
  tail -n 60 "$1" >&2
  fail "$2 failed; the end of the log stands above, all of it in $1"
}
