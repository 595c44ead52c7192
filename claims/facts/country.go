package facts

import (
	"slices"
	"strings"
	"sync"
)

// countries lists countries, each by its name and the other words for it and its
// people.
const countries = `
	afghanistan afghan afghans|albania albanian|algeria algerian|angola angolan|argentina argentine argentinian|armenia armenian|australia australian aussie
	austria austrian|azerbaijan azerbaijani azeri|bahrain bahraini|bangladesh bangladeshi|belarus belarusian|belgium belgian|bolivia bolivian|bosnia bosnian
	botswana|brazil brazilian|britain british briton uk united_kingdom great_britain|bulgaria bulgarian|cambodia cambodian|cameroon cameroonian|canada canadian
	chile chilean|china chinese|colombia colombian|congo congolese|croatia croatian croat|cuba cuban|cyprus cypriot|czech czechia czech_republic|denmark danish dane danes
	ecuador ecuadorian ecuadorean|egypt egyptian|england english englishman englishwoman|estonia estonian|ethiopia ethiopian|finland finnish finn finns|france french frenchman
	georgia georgian|germany german germans|ghana ghanaian|greece greek|guatemala guatemalan|haiti haitian|honduras honduran|hungary hungarian|iceland icelandic icelander
	india indian|indonesia indonesian|iran iranian|iraq iraqi|ireland irish irishman|israel israeli|italy italian|ivory_coast ivorian cote_d_ivoire|jamaica jamaican|japan japanese
	jordan jordanian|kazakhstan kazakh|kenya kenyan|kosovo kosovar|kuwait kuwaiti|latvia latvian|lebanon lebanese|liberia liberian|libya libyan|lithuania lithuanian
	luxembourg|malaysia malaysian|mali malian|malta maltese|mexico mexican|moldova moldovan|mongolia mongolian|montenegro montenegrin|morocco moroccan|myanmar burma burmese
	namibia namibian|nepal nepalese nepali|netherlands dutch dutchman holland|new_zealand new_zealander kiwi|nigeria nigerian|north_korea north_korean pyongyang|norway norwegian
	oman omani|pakistan pakistani|palestine palestinian|panama panamanian|paraguay paraguayan|peru peruvian|philippines philippine filipino|poland polish pole poles
	portugal portuguese|qatar qatari|romania romanian|russia russian kremlin moscow|rwanda rwandan|saudi_arabia saudi saudis|scotland scottish scot scots scotsman|senegal senegalese
	serbia serbian serb|singapore singaporean|slovakia slovak|slovenia slovenian slovene|somalia somali|south_africa south_african|south_korea south_korean seoul|spain spanish spaniard
	sri_lanka sri_lankan|sudan sudanese|sweden swedish swede swedes|switzerland swiss|syria syrian|taiwan taiwanese|tanzania tanzanian|thailand thai|tunisia tunisian|turkey turkish turk turks turkiye
	uganda ugandan|ukraine ukrainian|united_arab_emirates uae emirati|united_states us usa america american americans united_states_of_america|uruguay uruguayan|uzbekistan uzbek
	venezuela venezuelan|vietnam vietnamese|wales welsh welshman|yemen yemeni|zambia zambian|zimbabwe zimbabwean`

// metonyms are places and houses by which a government or a body is called, each
// before the words that a source has for the same.
const metonyms = `
	white_house president obama_administration trump_administration biden_administration bush_administration administration oval_office|downing_street prime_minister number_10 no_10
	kremlin putin russian_president russian_government|pentagon defense_department department_of_defense defense_secretary|capitol_hill congress senate house_of_representatives
	wall_street stock_market stock_exchange dow|buckingham_palace queen king royal_family|vatican pope holy_see|scotland_yard metropolitan_police met_police|world_war_ii second_world_war wwii world_war_two
	world_war_i first_world_war wwi world_war_one`

// otherWords returns, by each folded name of a table, the others of its row. In
// a table of one direction only the first of each row has others.
func otherWords(table string, bothWays bool) map[string][]string {
	all := map[string][]string{}
	for row := range strings.FieldsFuncSeq(table, func(r rune) bool { return r == '|' || r == '\n' }) {
		names := strings.Fields(strings.ReplaceAll(row, "_", "\x00"))
		for i := range names {
			names[i] = strings.ReplaceAll(names[i], "\x00", " ")
		}
		for i, name := range names {
			if i == 0 || bothWays {
				all[name] = append(all[name], slices.Concat(names[:i], names[i+1:])...)
			}
		}
	}
	return all
}

var (
	countryWords = sync.OnceValue(func() map[string][]string { return otherWords(countries, true) })
	metonymWords = sync.OnceValue(func() map[string][]string { return otherWords(metonyms, false) })
)

// hasOtherWord reports whether the text has another word for a country or its
// people, or for what a place stands for: "Portuguese" of Portugal.
func (t *NameIndex) hasOtherWord(words []string) bool {
	name := strings.Join(words, " ")
	return slices.ContainsFunc(slices.Concat(countryWords()[name], metonymWords()[name]), t.HasWord)
}

// isCountry reports whether a word is one for a country.
func isCountry(word string) bool {
	_, ok := countryWords()[strings.ToLower(word)]
	return ok
}
