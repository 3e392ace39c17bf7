#!/usr/bin/env bash
# Packs what Gradescope asks for: `pack.sh [autograder.zip]`. Takes the project as it is committed, and
# the settings as they are here.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$(realpath --canonicalize-missing "${1:-autograder.zip}")

git -C "$(git -C "$here" rev-parse --show-toplevel)" archive --format=zip --output="$target" \
  --add-file="$here/setup.sh" --add-file="$here/run_autograder" --add-file="$here/settings.sh" \
  --prefix=tracelings/ HEAD
echo "$target"
