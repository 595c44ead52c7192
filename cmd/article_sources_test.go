package cmd

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stet/sources/corpus"
)

// storyNumber and storyOrder are what is wrong with the story.
const (
	storyNumber = "error number the copy says multibillion-dollar, 2019.txt says $1 billion"
	storyOrder  = "error date the copy puts 2023 long before “ChatGPT became mainstream”, which program.txt dates to November 30, 2022"
)

// TestStoryBesideItsSources checks a real story beside sources that state the facts: it
// says "multibillion-dollar" of a deal of one billion, and puts one of 2023 long
// before what had come in 2022. Beside sources that say otherwise it is right, and
// the order is found too where only another sentence cites who dates it. The story
// is not ours to ship.
func TestStoryBesideItsSources(t *testing.T) {
	story, err := os.ReadFile(corpus.Path(t, "articles/000_3fe24fb0f678e9f4.txt"))
	if err != nil {
		t.Fatal(err)
	}
	const sentence, another = "long before ChatGPT became mainstream.", "helped Microsoft gain ground in the AI cloud race."
	if !strings.Contains(string(story), sentence) || !strings.Contains(string(story), another) {
		t.Fatal("the story is another")
	}
	facts := map[string]string{
		"2019.txt":    "A stake in a laboratory\n\nJuly 22, 2019\n\nMicrosoft will put $1 billion into OpenAI, the two said on Monday.\n",
		"program.txt": "A program that talks\n\nOpenAI released ChatGPT on November 30, 2022, for anybody to try.\n",
		"2023.txt":    "A second stake\n\nJanuary 23, 2023\n\nMicrosoft announced a multibillion-dollar investment in OpenAI.\n",
	}
	for name, c := range map[string]struct {
		old, as string // in the sources
		apart   bool   // the sentence does not cite program.txt, another does
		want    []string
	}{
		"facts":         {want: []string{storyNumber, storyOrder}},
		"cited apart":   {apart: true, want: []string{storyNumber, storyOrder}},
		"released late": {old: "November 30, 2022", as: "November 30, 2024", want: []string{storyNumber}},
		"a larger deal": {old: "$1 billion", as: "$10 billion", want: []string{storyOrder}},
		"another year":  {old: "July 22, 2019", as: "July 22, 2018", want: []string{storyOrder}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			draft, marks := string(story), "[^1][^2][^3]"
			if c.apart {
				draft, marks = strings.Replace(draft, another, another+"[^2]", 1), "[^1][^3]"
			}
			files := map[string]string{"story.md": strings.Replace(draft, sentence, sentence+marks, 1) + "\n\n[^1]: 2019.txt\n[^2]: program.txt\n[^3]: 2023.txt\n"}
			for file, text := range facts {
				if c.old != "" {
					text = strings.Replace(text, c.old, c.as, 1)
				}
				files[file] = text
			}
			for file, text := range files {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			out, code := shell(dir, "stet check story.md --offline")
			for _, want := range c.want {
				if !strings.Contains(out, want) {
					t.Errorf("nothing says %q:\n%s", want, out)
				}
			}
			if n := len(regexp.MustCompile(`(?m)^story\.md:\S+ error `).FindAllString(out, -1)); n != len(c.want) || code != exitFindings {
				t.Errorf("%d errors, want %d; exit %d:\n%s", n, len(c.want), code, out)
			}
		})
	}
}
