package verify

import (
	"strings"
	"sync"
)

// irregularVerbs lists English verbs whose past no ending makes, each as its
// present and then its other forms. Those that are as common as another word
// ("lay", "wound", "ground") are left out.
const irregularVerbs = `
	arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten
	bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen
	cling clung|come came|creep crept|deal dealt|die dying dies|dig dug|draw drew drawn|dream dreamt|drink drank|drive drove driven
	eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden
	forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone goes|grow grew grown
	hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lead led|lean leant|leap leapt|learn learnt
	leave left|lend lent|lie lying lies|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|overcome overcame
	override overrode overridden|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven
	rebuild rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken
	shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid
	smell smelt|speak spoke spoken|speed sped|spend spent|spill spilt|spin spun|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen
	stick stuck|sting stung|stride strode|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum
	swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|tread trod trodden
	undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone|unwind unwound|uphold upheld|wake woke woken
	wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written`

// presents returns the present of each irregular form.
var presents = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for verb := range strings.FieldsFuncSeq(irregularVerbs, func(r rune) bool { return r == '|' || r == '\n' }) {
		forms := strings.Fields(verb)
		for _, f := range forms[min(1, len(forms)):] {
			all[f] = forms[0]
		}
	}
	return all
})

// present returns the present of an irregular verb in lower case, and any other
// word as it is.
func present(word string) string {
	if p, ok := presents()[word]; ok {
		return p
	}
	return word
}
