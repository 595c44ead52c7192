#!/bin/sh
# Makes ../ferry.docx from ferry.md: pandoc writes the footnote, the comment and
# the hyperlink, and LibreOffice saves the file by way of its own format, as a
# reporter's copy would be. What it makes is committed.
#
# LibreOffice rewrites relative links when a file changes folder, so each step
# stays in the folder of the drafts.
set -eu
cd "$(dirname "$0")/.."
profile=$(mktemp -d)
trap 'rm -rf "$profile" ferry.odt' EXIT
pandoc --from markdown-smart --to docx --output ferry.docx made/ferry.md
for format in odt docx; do
	from=$([ "$format" = odt ] && echo ferry.docx || echo ferry.odt)
	soffice --headless "-env:UserInstallation=file://$profile" --convert-to "$format" "$from" >/dev/null
done
