package facts

import (
	"slices"
	"strings"
	"sync"
)

// givenNames are common first names of the countries that English-language
// papers write of most, without accents.
const givenNames = `
	aaron abby abdul abdullah abigail abraham ada adam adele adolfo adrian adriana agnes ahmad ahmed aidan aileen aisha akira alan alastair albert
	alberto alejandro alessandro alex alexander alexandra alexandre alexis alfonso alfred alfredo ali alice alicia alison alistair allan allen allison alvin
	amanda amber amelia amir amit amy ana andre andrea andreas andrei andrew andy angel angela angelica angelina angus anil anita ann anna anne
	annette annie anthony antoine anton antonia antonio anwar april archie ariel arjen arlene arnold arthur arturo asha ashley ashok astrid audrey august
	austin ava avi barack barbara barry bart beatrice becky belinda ben benedict benjamin bernadette bernard bernie beth bethany betty beverly bill billy bjorn
	blake bob bobby bonnie boris bradley brady brandon brenda brendan brent brett brian bridget brooke bruce bruno bryan byron caitlin caleb calvin cameron
	camille carl carla carlo carlos carly carmen carol carole caroline carolyn carrie carter casey cassandra catherine cathy cecilia cedric cesar chad chandra
	charlene charles charlie charlotte chelsea cheryl chloe chris christian christiane christina christine christophe christopher christy cindy claire clara clare
	clark claude claudia claudio clayton clement cliff clifford clint clive cody colin colleen connie connor conor conrad constance corey corinne courtney craig
	cristiano cristina crystal curtis cynthia cyril daisy dale damian damien dan dana daniel daniela danielle danny daphne darlene darrell darren dave david dawn
	dean deborah debra deepak denis denise dennis derek dermot desmond diana diane diego dieter dietrich dimitri dirk dmitri dmitry dolores dominic dominique don
	donald donna dora doris dorothy doug douglas duncan dustin dwayne dwight dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor
	elena eli elias elijah elisabeth elise elizabeth ella ellen elliot elliott elon elsa emil emilia emilio emily emma emmanuel enrico enrique eric erica erik erika
	erin ernest ernesto ernst esther ethan eugene eva evan evelyn fatima felipe felix fernando fiona florence floyd frances francesca francesco francis francisco
	franck francois frank frankie franz fred freddie frederic frederick friedrich gabriel gabriela gareth gary gavin gene geoff geoffrey george georgia georgina
	gerald gerard gerhard gianluca gilbert gina giovanni giulia giuseppe gladys glen glenn gloria gordon grace graeme graham grant greg gregory greta guillermo
	gunther gus gustav gustavo guy gwen hamid hannah hans harold harriet harry harvey hasan hassan hazel heather hector heidi heinrich helen helena helmut henri
	henrik henry herbert herman hilary hillary hiroshi holly hope howard hubert hugh hugo hussein ian ibrahim ida igor ike ilya imran ingrid inigo irene iris irina
	isaac isabel isabella isabelle ismail ivan ivana jack jackie jacob jacqueline jacques jaime jake jamal james jamie jan jane janet janice jared jasmine jason
	javier jay jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy jo joan joanna joanne joaquin joe joel joerg johan johann
	johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josephine josh joshua josie joy joyce juan juanita judith judy julia julian juliana julie
	juliet julio julius jurgen justin kamala karen karim karin karl karla kate katharine katherine kathleen kathryn kathy katie katrina kay keir keith kelly ken
	kendra kenneth kenny kerry kevin khaled khalid kim kirk kirsten kirsty kit klaus kristen kristin kristina kurt kyle lance larry lars latoya laura lauren
	laurence laurent laurie lawrence leah lee leigh lena leo leon leonard leonardo leonid leroy leslie lewis liam lila lillian linda lindsay lindsey lionel lisa
	liz lloyd lois lola loretta lori lorraine louis louisa louise luca lucas lucia luciano lucille lucy luigi luis luiz lukas luke lydia lynn madeleine madison
	maggie magnus mahmoud malcolm malik mandy manuel manuela marc marcel marcelo marcia marco marcos marcus margaret margarita maria mariam marian marianne marie
	marilyn mario marion marissa marjorie mark marlene marta martha martin martina marty martyn marvin mary masha mateo matt matteo matthew matthias maureen maurice
	mauricio max maxime maxwell maya megan mehmet mel melanie melinda melissa mercedes meredith mia michael michaela michel michele michelle mick miguel mikael mike
	mikhail milan mildred miles milton mindy miranda miriam mitch mitchell mohamed mohammad mohammed moira molly mona monica morgan morris moses muhammad muriel
	mustafa myra nadia nancy naomi narendra natalia natalie natasha nathan nathaniel neal neil nelson nicholas nick nicola nicolas nicole nigel nikita niklas nikolai
	nina noah noel nora norma norman octavio olaf oleg olga oliver olivia olivier omar orlando oscar osman otto owen pablo paige pamela paola paolo pat patricia
	patrick paul paula pauline pavel pedro peggy penelope penny pepe percy perry pete peter petra phil philip philippa philippe phillip phoebe phyllis pierre pieter
	piers piotr polly prakash priya rachel rafael rahul raj rajesh ralph ramon ramona randall randy raoul raphael rashid raul ravi ray raymond rebecca reginald
	renata rene rex ricardo richard rick ricky rita rob robbie robert roberta roberto robin rod roderick rodney rodrigo roger roland rolf roman ron ronald ronan
	ronnie rory rosa rosalind rose rosemary ross roxanne roy ruben rupert russell ruth ryan sabrina sadie sally salman salvador sam samantha samir sammy samuel sandra
	sandy sanjay santiago sara sarah sasha satya saul scott sean sebastian serena serge sergei sergey sergio seth shane shannon sharon shaun shawn sheila shelley
	sherry shinzo shirley sidney sierra silvia silvio simon simone sofia sonia sonya sophia sophie spencer stacey stacy stan stanley stefan stefano stella stephanie
	stephen steve steven stewart stuart sue sundar sunil susan susanna susanne suzanne sven svetlana sydney sylvia sylvie tamara tanya tara tariq tatiana taylor ted
	terence teresa teri terrence terri terry tessa thelma theo theodore theresa therese thomas tiffany tim timothy tina tobias toby todd tom tommy tony tracey tracy
	travis trevor tristan troy tyler tyrone ursula valentina valeria valerie vanessa vera veronica vicki vicky victor victoria viktor vijay vikram vince vincent
	viola violet virginia vivian vladimir vyacheslav wallace walter wanda warren wayne wendy wesley wilfried wilhelm will william willie winston wolfgang xavier yan
	yasmin yolanda yuri yusuf yvette yvonne zachary zoe`

var givenNameSet = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for name := range strings.FieldsSeq(givenNames) {
		all[name] = true
	}
	return all
})

// IsGivenName reports whether a word is a common first name, in any case and
// with accents or without; a double name is one where its first part is.
func IsGivenName(word string) bool {
	parts := nameWords(word)
	return len(parts) > 0 && givenNameSet()[parts[0]]
}

// IsPersons reports whether a name is likely to be that of a person: two to
// four words, of which the first is a common first name or an initial, and the
// last none of a firm or a place. Of "Chelsea" or "Jordan" alone nobody can
// tell.
func IsPersons(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 || isInstitution(words[len(words)-1]) || isAcronym(words[len(words)-1]) {
		return false
	}
	initial := len(strings.Trim(words[0], ".")) == 1
	return initial || IsGivenName(words[0])
}

// institutions are the words in which names of firms, bodies and places end.
const institutions = ` department office court courts committee league council motors electric mills assembly hospital university college school
	house building street avenue road square park island islands county city town state beach bay valley river lake hill hills bridge airport station
	bank group partners holdings systems marine foundation institute association authority commission agency board union press times post news
	journal courier observer tribune herald gazette mail club united rovers rangers hotspur stadium arena cup open prize award awards act show
	church cathedral palace castle museum gallery theatre theater hotel brothers sons works labs laboratory laboratories research capital energy
	airlines airways insurance financial technologies semiconductor studios records international election elections administration campaign party
	accords agreement treaty report inquiry review project programme program network channel `

func isInstitution(word string) bool {
	return strings.Contains(institutions, " "+strings.ToLower(bare(word))+" ") || slices.Contains(forms, strings.ToLower(strings.Trim(word, ".")))
}

// nicknames are short forms of first names, each behind the name that it is
// short for.
const nicknames = `
	abigail abby|albert al bert|alexander alex al sandy|alexandra alex sandra|alfred alf fred|andrew andy drew|anthony tony|antonio tony|arthur art|barbara barb
	benjamin ben benny|bernard bernie|bradley brad|catherine cathy kate katie|charles charlie chuck|christina chris tina|christine chris
	christopher chris kit|clifford cliff|cynthia cindy|daniel dan danny|david dave|deborah debbie deb|donald don donny|dorothy dot|douglas doug|edmund ed
	edward ed eddie ted ned|edwin ed|elizabeth liz beth betty eliza lisa bess|emily em|eugene gene|francis frank|franklin frank|frederick fred freddie
	gabriel gabe|gerald gerry jerry|geoffrey geoff|gregory greg|harold harry hal|henry harry hank|jacqueline jackie|jacob jake|james jim jimmy jamie
	jennifer jen jenny|jeffrey jeff|jessica jess|john jack johnny jon|jonathan jon|joseph joe joey|joshua josh|judith judy|katherine kate katie kathy kit
	kathleen kathy kate|kenneth ken kenny|kimberly kim|lawrence larry|leonard len leo|lewis lew|louis lou|margaret maggie peggy meg|matthew matt
	maxwell max|michael mike mick mickey|mitchell mitch|nathaniel nate nathan|nathan nate|nicholas nick|oliver ollie|pamela pam|patricia pat patty trish|patrick pat paddy
	peter pete|philip phil|phillip phil|randall randy|raymond ray|rebecca becky|richard rick dick rich ricky|robert bob rob bobby robbie bert|roderick rod
	ronald ron ronnie|rosemary rose|rudolph rudy|russell russ|samantha sam|samuel sam sammy|stanley stan|stephen steve|steven steve|stuart stu|susan sue susie
	suzanne sue|terence terry|teresa terry|theodore ted theo|theresa terry tess|thomas tom tommy|timothy tim|victor vic|victoria vicky vicki tori|vincent vince
	virginia ginny|walter walt|wilfred wilf|william bill will billy willie liam|zachary zach zack`

var nicknameOf = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for row := range strings.FieldsFuncSeq(nicknames, func(r rune) bool { return r == '|' || r == '\n' }) {
		names := strings.Fields(row)
		for _, short := range names[min(1, len(names)):] {
			all[short] = append(all[short], names[0])
		}
	}
	return all
})

// sameGivenName reports whether two folded first names are one, or one is an
// initial of the other or a short form of it, or both are of a third.
func sameGivenName(a, b string) bool {
	if a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b) {
		return true
	}
	long := nicknameOf()
	return slices.Contains(long[a], b) || slices.Contains(long[b], a) ||
		slices.ContainsFunc(long[a], func(name string) bool { return slices.Contains(long[b], name) })
}
