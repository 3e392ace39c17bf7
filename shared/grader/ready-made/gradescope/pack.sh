#!/usr/bin/env bash
# Packs what Gradescope asks for: `pack.sh [autograder.zip]`. Takes the project as it is committed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(git -C "$here" rev-parse --show-toplevel)
target=$(realpath --canonicalize-missing "${1:-autograder.zip}")

staged=$(mktemp --directory)
trap 'rm -rf "$staged"' EXIT
cp "$here"/{setup.sh,run_autograder,settings.sh} "$staged"
mkdir "$staged/tracelings"
git -C "$repository" archive HEAD | tar --extract --directory "$staged/tracelings"
rm -f "$target"
(cd "$staged" && zip --quiet --recurse-paths --symlinks "$target" .)
echo "$target"
