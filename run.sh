#!/usr/bin/env bash
# tuyensinh from a fresh clone: builds what is out of date and hands over to the program.
#
#   ./run.sh [COMMAND …]     the program (no command: run)
#   ./run.sh demo            a made-up province in .demo/, carried through to official lists
#   ./run.sh test [--release] [--long]
#                            all tests; with --release the end-to-end tests drive the program built for
#                            speed, as people use it; --long adds millions of rounds, faults and fuzzing
#   ./run.sh lint            format, imports
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary="$home/.build/release/tuyensinh"
stamp="$home/.build/built"
strict=(--explicit-target-dependency-import-check error)

say() { printf '%s\n' "$*" >&2; }

# What building needs: the toolchain, and the headers of libxml2 and zlib.
need_tools() {
  if ! command -v swift >/dev/null; then
    say "Chưa có Swift 6.2 trở lên / Swift 6.2 or newer is missing: https://www.swift.org/install/linux/"
    exit 2
  fi
  local missing=()
  [ -e /usr/include/libxml2/libxml/parser.h ] || missing+=(libxml2-dev)
  [ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
  command -v pkg-config >/dev/null || missing+=(pkg-config)
  [ ${#missing[@]} -eq 0 ] && return
  local line="apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "+ $line"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive $line; } >&2
  else
    say "Hãy cài thư viện còn thiếu / please install what is missing:"
    say "  sudo apt-get update && sudo $line"
    exit 2
  fi
}

build() {
  if [ -x "$binary" ] && [ -e "$stamp" ] &&
    [ -z "$(find "$home/Package.swift" "$home/Sources" -newer "$stamp" -print -quit)" ]; then
    return
  fi
  need_tools
  mkdir -p "$home/.build"
  touch "$stamp.$$"
  if ! (cd "$home" && swift build -c release --product tuyensinh "${strict[@]}") >&2; then
    rm -f "$stamp.$$"
    exit 2
  fi
  mv "$stamp.$$" "$stamp"
}

# Other readers of workbooks, to judge ours; where one cannot be had the tests say that they skipped it.
judges() {
  command -v python3 >/dev/null || { say "python3 is missing: tests that need openpyxl or calamine are skipped"; return 0; }
  export PYTHONPATH="$home/.build/python${PYTHONPATH:+:$PYTHONPATH}"
  local judge
  for judge in openpyxl python-calamine; do
    python3 -c "import ${judge//-/_}" 2>/dev/null ||
      python3 -m pip install --quiet --disable-pip-version-check --target "$home/.build/python" "$judge" >&2 ||
      say "$judge could not be installed: tests that need it are skipped"
  done
}

# A minute of made-up files for the readers; what it finds of interest is kept in .build/fuzz/corpus.
fuzz() {
  if ! find "$(dirname "$(readlink -f "$(command -v swift)")")/.." -name 'libclang_rt.fuzzer*' -print -quit | grep -q .; then
    say "this toolchain has no libFuzzer: fuzzing is skipped"
    return
  fi
  mkdir -p .build/fuzz/corpus .build/fuzz/found
  TUYENSINH_FUZZ=1 swift build -c release --product FuzzReading --scratch-path .build/fuzz >&2
  .build/fuzz/release/FuzzReading -max_total_time=60 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
    -artifact_prefix=.build/fuzz/found/ .build/fuzz/corpus Tests/FuzzReading/{Corpus,Seeds} Tests/Fixtures/Sheets
}

# Tests of one target with very many cases: built for speed, and alone. They print what they counted.
#   millions TARGET SUITES WHAT
millions() {
  say "+ $1, -c release: $3"
  TUYENSINH_TESTS=$1 swift test -c release -Xswiftc -enable-testing --scratch-path ".build/millions/$1" \
    --filter "$2" >&2
}

# How long libxlsxwriter takes for the benchmark's large table, where it is installed: its seconds and bytes.
peer() {
  [ -e /usr/include/xlsxwriter.h ] && command -v cc >/dev/null || return 0
  local program="$home/.build/peer"
  cc -O2 -o "$program" "$home/Tests/BenchPeer/libxlsxwriter.c" -lxlsxwriter >&2 || return 0
  "$program" 200000 "$program.xlsx" | tr ' ' ,
  rm -f "$program.xlsx"
}

case "${1-}" in
bench)
  build
  export TUYENSINH_HOME="$home"
  beside=$(peer)
  exec "$binary" "$@" ${beside:+"--peer=$beside"}
  ;;
test)
  shift
  arguments=()
  for argument; do
    case "$argument" in
    --long) export TUYENSINH_LONG=1 ;;
    --release) release=1 ;;
    *) arguments+=("$argument") ;;
    esac
  done
  need_tools
  if [ -n "${release-}${TUYENSINH_LONG-}" ]; then
    build
    export TUYENSINH_PROGRAM="$binary"
  fi
  judges
  cd "$home"
  swift build --build-tests "${strict[@]}"
  swift test --skip-build --parallel "${arguments[@]}"
  if [ -n "${TUYENSINH_LONG-}" ]; then
    millions AdmissionTests ReferenceTests "1,000,000 drawn rounds for each policy, small worlds whole"
    millions PipelineTests FaultyPassTests "a fault at every operation of real passes"
    millions SheetsTests 'MutationTests|BrokenXLSTests|ChangedBitsTests' \
      "every prefix of ten files, every bit of two workbooks, 20,000 of each other"
    fuzz
  fi
  ;;
lint)
  need_tools
  cd "$home"
  swift format lint --strict --recursive Sources Tests Package.swift
  swift build "${strict[@]}"
  ;;
demo)
  build
  export TUYENSINH_HOME="$home"
  shift
  exec "$binary" demo "$@"
  ;;
*)
  build
  export TUYENSINH_HOME="$home"
  exec "$binary" "$@"
  ;;
esac
