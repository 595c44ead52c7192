#!/bin/sh
# Prints the labels of labels.tsv with the sentences that they are for, out of
# the text files of PolNeAR's train part: join.sh FOLDER, where FOLDER holds
# train/text. Offsets count bytes.
set -eu
here=$(dirname "$0")
tab=$(printf '\t')
tail -n +2 "$here/labels.tsv" | while IFS="$tab" read -r file start end first second settled; do
	text=$1/train/text/$file.txt
	[ -f "$text" ] || text=$1/train/text/$file
	words=$(tail -c "+$((start + 1))" "$text" | head -c "$((end - start))" | tr '\r\n\t' '   ')
	printf '%s\t%s\t%s\t%s\t%s\n' "$file" "$first" "$second" "$settled" "$words"
done
