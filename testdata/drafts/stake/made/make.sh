#!/bin/sh
# Makes ../sources/complaint.pdf and ../sources/memo.docx from the files beside
# this script. Needs chromium and pandoc. What it makes is committed: the bytes
# differ from one run to the next, the words do not.
set -eu
cd "$(dirname "$0")"
# The memo is dated as its story has it.
SOURCE_DATE_EPOCH=1733749200
export SOURCE_DATE_EPOCH
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
	--print-to-pdf=../sources/complaint.pdf complaint.html
pandoc --from markdown --to docx --output ../sources/memo.docx memo.md
