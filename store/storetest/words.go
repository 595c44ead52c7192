package storetest

import "strings"

// What sentences are made of, the commonest words first: they are drawn by
// Zipf's law, so that a ledger has common words and rare ones as real copy has.

var nouns = strings.Fields(`
	company government court state school city police budget report bank hospital election percent law
	contract water health tax market price plan fund bill housing energy board deal union vote council
	agency committee workers officials residents students investors patients voters judge lawsuit jury
	hearing trial filing settlement merger acquisition shares revenue profit loss debt loan mortgage
	pension wage salary strike layoffs factory plant refinery pipeline reactor turbine grid battery
	vaccine outbreak clinic nurse surgeon insurer premium subsidy tariff export import shipment port
	ferry bridge tunnel railway airport runway highway bus fleet fare ticket permit licence zoning
	landlord tenant eviction rent shelter apartment developer contractor architect drought flood
	wildfire hurricane levee reservoir aquifer drainage sewage landfill emissions carbon methane
	harvest wheat corn dairy cattle poultry fishery salmon orchard pesticide fertilizer seed tractor
	classroom teacher principal curriculum tuition scholarship enrollment campus dormitory university
	laboratory experiment telescope satellite rocket spacecraft orbit astronaut probe sensor chip
	software algorithm database server breach password hacker ransom encryption patent trademark
	royalty copyright publisher newspaper broadcaster podcast documentary festival orchestra museum
	gallery sculpture archive manuscript excavation cathedral mosque synagogue parish monastery
	stadium coach striker goalkeeper referee tournament league championship medal doping sprinter
	warrant indictment arraignment bail parole prison inmate warden sheriff detective informant
	smuggler fentanyl cocaine firearm rifle ammunition homicide burglary arson fraud bribery
	embezzlement laundering perjury subpoena deposition affidavit testimony verdict appeal injunction
	treaty embassy consulate ambassador sanctions ceasefire battalion brigade artillery drone missile
	submarine frigate refugee asylum border checkpoint visa passport migrant deportation census
	ballot recount precinct turnout gerrymander lobbyist donor campaign caucus filibuster veto
	referendum constitution amendment ombudsman auditor comptroller treasurer inspector whistleblower
	regulator watchdog tribunal arbitration cartel monopoly franchise startup incubator venture
	dividend bond yield inflation recession stimulus surplus deficit currency ledger invoice receipt
	procurement tender bidder overrun embankment culvert substation transformer desalination
	mangrove glacier permafrost coral kelp otter wolverine condor sturgeon bumblebee lichen
	quarry colliery smelter foundry tannery brewery distillery bakery creamery cannery sawmill
	tramway funicular barge dredger lighthouse breakwater causeway aqueduct windmill weir sluice
	midwife pharmacist radiologist epidemiologist dialysis transplant chemotherapy insulin statin
	antibody genome placebo biopsy aneurysm concussion dementia epilepsy measles cholera malaria
	librarian archivist curator sexton notary bailiff bursar provost registrar stevedore welder
	cobbler upholsterer glazier thatcher beekeeper falconer cartographer seismologist volcanologist`)

var verbs = strings.Fields(`
	said reported approved rejected cut raised sold bought closed opened sued fined hired dismissed
	delayed cancelled signed ended won lost banned launched halted expanded reduced doubled replaced
	reviewed audited inspected evacuated demolished rebuilt renamed acquired settled appealed vetoed
	passed tabled amended suspended reinstated investigated charged cleared indicted convicted pardoned
	deported detained released exported imported recalled withdrew tested confirmed disputed denied
	postponed accelerated funded defunded subsidised privatised nationalised merged divested leased
	mortgaged foreclosed refinanced outsourced automated digitised encrypted leaked published redacted
	archived excavated restored auctioned donated bequeathed commissioned decommissioned mothballed
	dredged drained irrigated fertilised culled vaccinated quarantined sequenced transplanted`)

var adjectives = strings.Fields(`
	new local federal public former national private annual public-sector foreign medical regional rural
	urban senior temporary permanent independent municipal provincial coastal northern southern eastern
	western offshore domestic industrial commercial residential agricultural nuclear solar electric
	digital classified confidential preliminary final interim emergency unpaid overdue disputed
	unlicensed uninsured contaminated derelict historic medieval subterranean amphibious experimental
	statutory retroactive punitive bipartisan unanimous anonymous seismic volcanic glacial tidal
	prefabricated refurbished second-hand counterfeit untraceable inflammable radioactive`)

var firstNames = strings.Fields(`
	Maria James Anna David Sarah Michael Elena Robert Priya John Fatima Daniel Grace Thomas Aisha Peter
	Ingrid Samuel Chloe Omar Ruth Victor Lucia Henrik Nadia Oscar Mei Patrick Zainab Andrei Hannah Kwame
	Sofia Liam Yuki Gabriel Leila Marcus Ines Tobias Amara Felix Rosa Hugo Dalia Emil Noor Jonas Freya
	Rafael Imani Anton Bridget Tariq Saoirse Milan Thandiwe Casper Ottoline Evander`)

// Surnames, places and organisations are put together from parts, so that
// there are thousands of each.
var (
	nameHeads = strings.Fields(`
		Har Mar Wil Ash Bren Cal Dun El Far Gil Hol Ing Jar Kel Lin Mon Nor Os Pem Quin Ros Sal Tor Ul Ven
		Wes Yar Zel Ald Bex Cor Dra Eck Fen Gar Hes Iver Jol Kan Lor Mel Nas Ob Pal Rad Sten Tam Und Vos Win
		Abar Bak Chen Dia Eze Fuj Gon Has Ito Jim Kow Lop Mwa Nak Oka Per Ram San Tan Ueda Var Xu Yil Zam`)
	nameTails = strings.Fields(`
		rison tin son ford ley man well berg stein ton more by wood field worth ner ster kins dale ridge
		ova enko ski wicz escu oglu idis sen dottir strom quist lund vik aard inga moto mura saki wala
		pur singh esh anjani oro ique ez ado eira ão inho eta wu ling hara ndez aba uru adi ola`)
	placeHeads = strings.Fields(`
		North South East West Port Lake Fort Mount New Old Upper Lower Great Little Saint Glen Inver Aber
		Kings Queens Bishops Abbots Market Castle Long Broad Red Black White Green Stone Mill Oak Elm Ash
		Thorn Hazel Raven Eagle Wolf Bear Deer Salmon Silver Copper Iron Salt Sand Clay Marsh Moor`)
	placeTails = strings.Fields(`
		ham ton field ford bridge haven mouth bury worth wick stead gate port side view vale dale hill
		brook water burn cliffe cross green heath hurst leigh minster moss pool shaw stow thorpe wall weir`)
	orgHeads = strings.Fields(`
		Northern Meridian Atlantic Summit Pioneer Keystone Beacon Harbor Cascade Granite Sterling Vanguard
		Apex Orion Helix Quantum Nimbus Aurora Zephyr Cobalt Onyx Juniper Cedar Willow Falcon Heron Osprey
		Lynx Bison Mustang Clipper Anchor Compass Lantern Prism Vertex Zenith Delta Omega Sigma`)
	orgTails = strings.Fields(`
		Energy Bank Holdings Pharma Systems Airways Foods Steel Logistics Media Insurance Motors Chemical
		Partners Capital Mining Rail Telecom Semiconductor Robotics Aerospace Biotech Timber Shipping
		Cement Textiles Breweries Waterworks Hospitals Academies Foundation Institute Federation Alliance`)
	units  = strings.Fields(`people jobs homes acres tonnes barrels units vehicles cases beds miles kilometers megawatts litres doses pages`)
	months = strings.Fields(`January February March April May June July August September October November December`)
	days   = strings.Fields(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday`)
)

// cores are what a claim says, apart from who says so. Words in braces are
// drawn anew each time.
var cores = []string{
	"{org} {verb} {count} {noun} {unit} in {place} {when}",
	"the {place} {noun} {verb} its {adjective} {noun} {when}",
	"{person}, the {adjective} {noun} of {org}, {verb} the {noun} {when}",
	"{org} paid {money} for the {adjective} {noun} in {place}",
	"{percent} of {noun} in {place} had no {adjective} {noun} {when}",
	"the {noun} cost {money}, {percent} more than the {noun} {verb} {when}",
	"a {place} court {verb} {org} over the {adjective} {noun}",
	"{person} {verb} the {noun} and the {noun} before the {adjective} {noun} {verb}",
	"at least {count} {unit} were {verb} in the {place} {noun} {when}",
	"{org} and {org} {verb} a {money} {noun} for {adjective} {noun}",
	"the {adjective} {noun} {verb} {person} {when}, after {count} {unit} of {noun}",
	"{org}'s {noun} fell {percent} to {money} {when}",
	"{org}'s {noun} rose {percent} to {money} in the quarter, as {noun} {verb}",
	"no {noun} in {place} was {verb} without a {adjective} {noun}",
	"{person} owned {percent} of {org}, whose {noun} {verb} the {place} {noun}",
	"the {noun} {verb} {money} in {noun} and {money} in {adjective} {noun}",
	"{place} {verb} {count} {adjective} {noun} since {year}, the most of any {noun}",
	"the {adjective} {noun} of {place} {verb} {when}, {count} years after it was {verb}",
	"{org} knew of the {noun} in {year} and {verb} no {noun}",
	"only {count} of {count} {noun} were {verb} by the {adjective} {noun}",
	"{person} told the {place} {noun} that {org} {verb} the {noun}",
	"the {noun} law {verb} {adjective} {noun} of more than {money}",
	"{count} {unit} of {noun} reached {place} {when}, {percent} fewer than in {year}",
	"the {place} {noun} will {noun} {count} {unit} by {year}",
}

// figures of speech by which copy says who said so; see sentence.
var (
	saidWords     = strings.Fields(`said said said said wrote added testified acknowledged argued maintained`)
	reportWords   = strings.Fields(`reported reported said found wrote`)
	announceWords = strings.Fields(`announced announced said disclosed`)
	filingWords   = strings.Fields(`alleges says states claims shows`)
	filings       = []string{"the complaint", "a court filing", "the indictment", "an affidavit", "the lawsuit", "court records"}
	unnamed       = []string{"people familiar with the matter", "a person briefed on the talks", "two officials", "a former executive", "someone with knowledge of the plan"}
	outlets       = []string{"Reuters", "The Associated Press", "Bloomberg", "The Guardian", "Le Monde", "The Hindu", "El País", "The Economist"}
)
