package export

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// index reads a file with npm's warcio and prints for each record its type,
// its target, the digest it states and the SHA-256 of its payload as warcio
// reads it.
const index = `
import { WARCParser } from "warcio";
import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
for await (const r of WARCParser.iterRecords(createReadStream(process.argv[1]))) {
  const hash = createHash("sha256");
  for await (const chunk of r) hash.update(chunk);
  console.log(JSON.stringify({
    type: r.warcType, target: r.warcTargetURI, stated: r.warcPayloadDigest, payload: "sha256:" + hash.digest("hex"),
  }));
}`

// TestStrangersToolReadsWARC has npm's warcio index what is written: the
// folder where it is installed is named by STET_WARCIO.
func TestStrangersToolReadsWARC(t *testing.T) {
	folder := os.Getenv("STET_WARCIO")
	if folder == "" {
		t.Skip("STET_WARCIO names no folder with npm's warcio in it")
	}
	for _, f := range CopyFormats {
		file := filepath.Join(t.TempDir(), "copies"+f.Extension)
		if err := os.WriteFile(file, writeWARC(t, f.Name, copies()), 0o644); err != nil {
			t.Fatal(err)
		}
		c := exec.Command("node", "--input-type=module", "-e", index, file)
		c.Dir, c.Stderr = folder, os.Stderr
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
		if len(lines) != 8 {
			t.Errorf("%s: %d records, want 8: %s", f.Name, len(lines), out)
		}
		digests := 0
		for _, line := range lines {
			var r struct{ Type, Target, Stated, Payload string }
			if err := json.Unmarshal(line, &r); err != nil {
				t.Fatal(err)
			}
			if r.Stated != "" && r.Stated != r.Payload {
				t.Errorf("%s: %s of %s states the digest %s, and warcio reads a payload of %s", f.Name, r.Type, r.Target, r.Stated, r.Payload)
			}
			if r.Stated != "" {
				digests++
			}
		}
		if digests != 5 {
			t.Errorf("%s: %d records state a digest, want 5", f.Name, digests)
		}
	}
}
