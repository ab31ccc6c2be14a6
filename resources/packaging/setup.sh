# What resources/start, tests/run and the scripts beside this one share: system packages, an
# environment, a display.
# Sourced by a POSIX sh whose current folder is the root of the checkout. Talks on stderr.

# What Qt's xcb plugin, OpenGL in software and Python's venv need on a bare Debian or Ubuntu.
SYSTEM_PACKAGES="
python3 python3-venv xvfb libgl1-mesa-dri libegl1 libgl1 libopengl0 libfontconfig1 libglib2.0-0
libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
"
environment=.venv
case $(uname) in
    MINGW* | MSYS*) programs=Scripts ;; # Git's shell on Windows
    *) programs=bin ;;
esac
scratch=
xvfb=

say() {
    printf 'convviz: %s\n' "$*" >&2
}

fail() {
    say "$@"
    exit 1
}

# Print those of SYSTEM_PACKAGES that are not installed. Newer releases name some with a t64.
missing_packages() {
    names=
    for package in $SYSTEM_PACKAGES; do
        names="$names $package ${package}t64"
    done
    # shellcheck disable=SC2086 # a list of words
    there=$(dpkg-query -W -f ' ${Package}=${db:Status-Status} \n' $names 2>/dev/null || true)
    for package in $SYSTEM_PACKAGES; do
        case $there in
            *" $package=installed "* | *" ${package}t64=installed "*) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
}

# Install what is missing, on a system that has apt-get; elsewhere its owner knows better.
install_system_packages() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 0
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            fail "please have these system packages installed: apt-get install $missing"
        as_root=sudo
    fi
    say "installing system packages: $missing"
    # A list that is old or in part out of reach may still do.
    $as_root apt-get -qq update >/dev/null || say "the lists of system packages could not be renewed"
    # shellcheck disable=SC2086 # a list of words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
        install $missing >/dev/null || fail "these system packages could not be installed: $missing"
}

# Print the first Python that is new enough and can make an environment.
find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 \
        /usr/bin/python3; do
        if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    found=$(python3 --version 2>&1) || found="no Python"
    fail "Python 3.11 or newer, with venv, is needed; this machine has: $found." \
        "Name another one with PYTHON=/path/to/python3"
}

# Print where the environment stands: it cannot be moved, nor go on with another Python.
environment_place() {
    printf '| %s | %s' "$(readlink -f $environment/$programs/python || true)" "$PWD"
}

# Make the environment and install the project into it, unless that has been done for this
# pyproject.toml. $1: "run", "package", or "test" for what the tests need too, which covers "run".
make_environment() {
    stamp=$environment/convviz-installed
    project=$(cksum <pyproject.toml)
    place=$(environment_place)
    before=$(cat $stamp 2>/dev/null) || before=
    case $before in
        "test $project $place" | "$1 $project $place") return 0 ;;
        "" | *" $place") usable=yes ;;
        *) usable= ;;
    esac
    if [ -z "$usable" ] || ! $environment/$programs/python -m pip --version >/dev/null 2>&1; then
        python=$(find_python)
        say "making an environment in $environment with $python"
        "$python" -m venv --clear $environment >&2 || fail "no environment could be made"
    fi
    case $1 in
        run) what=. ;;
        *) what=".[$1]" ;;
    esac
    say "installing ConvViz and what it needs into $environment (a minute, the first time)"
    $environment/$programs/python -m pip install --quiet --disable-pip-version-check \
        --editable "$what" >&2 || fail "the Python packages could not be installed"
    printf '%s\n' "$1 $project $(environment_place)" >$stamp
}

# Make a folder that the end of this script removes.
make_scratch() {
    [ -z "$scratch" ] || return 0
    scratch=$(mktemp -d)
    chmod 700 "$scratch"
    trap clean_up EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    # Qt warns where no session has made this folder.
    if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
        XDG_RUNTIME_DIR=$scratch
        export XDG_RUNTIME_DIR
    fi
}

clean_up() {
    for each in $xvfb; do
        kill "$each" 2>/dev/null || true
        wait "$each" 2>/dev/null || true
    done
    rm -rf "$scratch"
}

# Start an Xvfb of our own on a free display number, drawing OpenGL in software. Called again it
# starts one more; CONVVIZ_DISPLAYS names them all.
start_xvfb() {
    make_scratch
    command -v Xvfb >/dev/null || fail "there is no display and no Xvfb to stand in for one"
    rm -f "$scratch/display"
    Xvfb -displayfd 3 -screen 0 1920x1200x24 -dpi 96 -nolisten tcp -noreset \
        3>"$scratch/display" >"$scratch/xvfb.log" 2>&1 &
    started=$!
    xvfb="$xvfb $started"
    tries=0
    until [ -s "$scratch/display" ]; do
        if [ $tries -ge 300 ] || ! kill -0 "$started" 2>/dev/null; then
            cat "$scratch/xvfb.log" >&2
            fail "Xvfb did not start"
        fi
        tries=$((tries + 1))
        sleep 0.1
    done
    unset WAYLAND_DISPLAY
    DISPLAY=:$(cat "$scratch/display")
    CONVVIZ_DISPLAYS="${CONVVIZ_DISPLAYS:-} $DISPLAY"
    QT_QPA_PLATFORM=xcb
    LIBGL_ALWAYS_SOFTWARE=1
    export DISPLAY CONVVIZ_DISPLAYS QT_QPA_PLATFORM LIBGL_ALWAYS_SOFTWARE
}
