#!/bin/sh
# demo.sh DATELINE REPORTS STORE: reads the bundled reports, shows who said what, and says what to try next.
# Called by make; safe to run again.
set -eu
dateline=$1
reports=$2
store=$3

mkdir -p "$(dirname "$store")"
printf 'Reading the bundled reports (all invented) in %s\n' "$reports"
"$dateline" read "$reports" --store "$store"

printf '\nWho said what, in which words, newest first (the first six):\n\n'
"$dateline" statements --store "$store" --limit 6

printf '\nWho denied what (the first six):\n\n'
"$dateline" statements --store "$store" --stance denies --limit 6

printf '\nOne report with its statements marked:\n\n'
"$dateline" show "$reports/drone-denial.txt" --store "$store"

cat <<END

What to try next:
  $dateline statements --store $store --speaker Prohl
  $dateline statements --store $store --stance denies
  $dateline statements --store $store --says drone
  $dateline find --store $store depot
  $dateline show --store $store $reports/depot-blast-courier.txt
  $dateline status --store $store
  $dateline verify --store $store
  $dateline --help
Your own reports: $dateline read PATH... (text, Markdown, HTML, JSONL; without --store into your own data folder)
END
