# What scripts/test and scripts/load share. They set $work, a folder that is gone with the run and that everybody may enter.

server=""

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

postgres_tools() {
  local initdb
  initdb=$(command -v initdb || true)
  [ -n "$initdb" ] || initdb=$(compgen -G "/usr/lib/postgresql/*/bin/initdb" | sort -V | tail -1 || true)
  [ -z "$initdb" ] || dirname "$(readlink -f "$initdb")"
}

has_font() {
  compgen -G "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf" >/dev/null || fc-list 2>/dev/null | grep -q "DejaVu Sans"
}

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

# The system's packages by these names.
install_packages() {
  [ "$#" -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "This needs $*; install them as your system does." >&2
    return 1
  fi
  echo "Installing $*."
  if [[ " $* " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    as_root mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  as_root apt-get -q -o DPkg::Lock::Timeout=120 update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=120 \
    -o Dpkg::Options::=--force-confold install "$@"
}

# As root it would not run.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi
}

# A server without a port on the network, gone with the run. Further arguments are settings: fsync=off
start_postgres() {
  server=$(postgres_tools)
  mkdir "$work/data"
  [ "$(id -u)" -ne 0 ] || chown postgres: "$work/data"
  (
    cd "$work/data"
    as_postgres "$server/initdb" -D "$work/data" -U handoff -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  )
  resume_postgres "$@"
  postgres="Host=$work/data;Port=5432;Username=handoff"
}

# Starts the one in $work/data again.
resume_postgres() {
  local settings=""
  server=$(postgres_tools)
  [ "$#" -eq 0 ] || settings=$(printf -- ' -c %s' "$@")
  (
    cd "$work/data"
    as_postgres "$server/pg_ctl" -w -D "$work/data" -l "$work/data/log" -o "-c listen_addresses='' \
      -c unix_socket_directories=$work/data -c port=5432 -c max_connections=400$settings" start >/dev/null
  )
}

stop_postgres() {
  [ -z "$server" ] || (cd "$work" && as_postgres "$server/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1) || true
}
