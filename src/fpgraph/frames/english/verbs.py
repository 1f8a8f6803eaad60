"""The common verbs of English prose on foreign policy, by their forms."""

from __future__ import annotations

from .forms import conjugated
from .irregular import IRREGULAR

_LEMMAS = """
abandon abolish absorb abstain abut accede accelerate accept accommodate accompany accomplish
accuse achieve acknowledge acquire act adapt add address adhere adjoin adjudicate adjust
administer admire admit adopt advance advise advocate affect affirm afford aggravate agree aid aim
align allege alleviate allocate allow alter ambush amend amount annex announce annul answer
anticipate apologise apologize appeal appear applaud apply appoint appreciate approach approve
arbitrate argue arm arrange arrest arrive ask aspire assassinate assemble assert assess assign
assist assume assure attach attack attain attempt attend attract attribute augment authorise
authorize avert avoid await back balance ban bandwagon bankroll bar bargain base beg behave behead
believe belong benefit berate besiege betray blacklist blame blast block blockade boast bolster
bolt bomb bombard boost border borrow boycott brag brand bribe broaden broker brush bully burn buy
cajole calculate call calm campaign cancel capitalise capitalize captivate capture care carry
carve cause caution cease cede celebrate cement censure challenge change channel characterise
characterize charge chart cherish chide chill circumvent cite claim clarify clash classify climb
cling close co-operate co-ordinate co-sponsor coerce coexist coincide collaborate collapse collect
collide colonise colonize combat combine command commemorate comment commission commit compare
compel compensate compete complain complement complete complicate comply compose comprise
compromise conceal concede conceive concentrate concern conclude condemn condition conduct confer
confine confirm confiscate conform confront connect conquer consent consider consist consolidate
constitute constrain construct consult consume contact contain contend contest continue contradict
contrast contribute control convene convert convey convict convince cooperate coordinate cope copy
correspond corrode counsel count counter court cover craft create criticise criticize cross crown
crumble crush culminate cultivate curb curtail customise cut dabble damage dampen dare date deal
debate decide decimate declare decline decorate decrease deepen defeat defend defer define defuse
delay delegate delineate delist deliver demand demilitarise demine demonstrate denounce
denuclearise deny depart depend depict deplore deploy deport depose deprive derive descend
describe desert deserve design desire destabilise destabilize destroy detain deter deteriorate
determine develop deviate devise devote devour dictate differ differentiate diminish direct
disagree disappear disappoint discharge disclose discontinue discourage discover discredit
discriminate discuss dislike dismantle dismiss disown dispatch displace display dispute disregard
disrupt dissolve dissuade distance distinguish distort distribute distrust disturb dither diverge
diversify divert divide dodge dominate donate double doubt draft drag drain drift drop dub duck
duplicate dwarf dwindle earn ease ebb echo eclipse edge educate elaborate elect elevate elicit
eliminate elude embark embed embody embolden embrace emerge emphasise emphasize employ empower
emulate enable enact encircle encompass encounter encourage encroach end endanger endeavour
endorse endure enforce engage engender enhance enjoy enlarge enlist enrich ensure entail enter
entertain enthrone entice entrench envisage equate equip equivocate erect erode err erupt escalate
escape espouse establish estimate evacuate evade evaluate evoke evolve examine exceed exchange
exclude excuse execute exemplify exempt exercise exert exhaust exhibit exist expand expect expel
experience explain exploit explore export expose express extend extol extract face facilitate fail
falter fashion favor favour fear feature fete figure fill finance finish fit fizzle flare flatter
flirt flock flourish flout flow focus follow force forge form formalise formalize formulate
forsake fortify foster frame fray free free-ride frustrate fuel fulfil fulfill function fund gain
garner gather generate glorify govern grab grant grasp grip ground guarantee guard guide hail halt
halve hamper hand handle hang happen harbor harbour harden harm harmonise harness hasten hate
haunt head hedge heighten help herald hesitate highlight hijack hinder hinge honour hook hope host
house hover humiliate identify ignore illustrate imagine impair impede implement imply import
impose imprison improve include incorporate increase incur indicate induce influence inform
inherit inhibit initiate inject insist inspire install instigate institute insult integrate intend
intensify interact intercept interfere intern interpret interrogate intervene intimidate introduce
invade invest investigate invite invoke involve isolate issue jail jeer jeopardise jeopardize join
judge justify kill label lack lament land languish last laud launch lay legitimise legitimize
lessen liberalise liberate lift limit linger link list live loathe lobby locate look loom loosen
love lower lure maintain manage manifest manipulate manufacture mark market marry master match
matter maximise maximize measure meddle mediate mention mentor merge merit mine minimise minimize
mirror mistrust mitigate mobilise mobilize mock moderate modernise modernize modify monitor
motivate mount mourn move multiply murder name narrow nationalise navigate necessitate need
neglect negotiate neutralise nominate normalise normalize note notice nourish nurture obey object
oblige observe obstruct obtain occupy occur offer open operate oppose oppress opt orchestrate
order organise organize orient originate oust outflank outlast outline outlive outnumber outpace
outrage outrank outstrip outweigh overestimate overhaul overlap overlook overreach overshadow
overturn owe own pacify parry participate partition pass patrol pay penetrate perceive perform
permit persecute persist persuade pin pioneer place plan plant play plead please pledge plot
plummet plunge point poison portray pose position possess postpone postulate pour practice
practise praise pre-empt preach precede precipitate preclude predate predict preempt prefer
prepare prescribe present preserve preside press pressure presume presuppose prevail prevent
privilege probe proceed proclaim procure produce profess profit prohibit project proliferate
prolong promise promote prompt pronounce propagate propel propose prosecute prosper protect
protest prove provide provoke pry publish pull punish purchase pursue push quadruple qualify
quarrel question quote raise rally rank ratchet ratify reach react reaffirm realign realise
realize reap reappear rearm reason reassert reassess reassure rebound rebrand rebuff rebuke
recalibrate recall recede receive reckon recognise recognize recommend reconcile reconsider
reconstruct record recover recruit redefine redirect redraw reduce refer reflect reform refrain
refuel refuse refute regain regard regret regulate reign reinforce reinvent reiterate reject
rejoin relate relax release rely remain remark remember remind remove rename render renege renew
renounce reopen reorient repair repatriate repeal repeat repel replace reply report represent
repress repudiate request require reroute rescind rescue resemble resent reserve resettle reshape
reside resign resist resolve resort respect respond rest restore restrain restrict result resume
resupply resurface retain retaliate rethink retire retort retreat return reveal reverse revert
revise revisit revive revolve reward rival rock rule rupture rush sabotage sacrifice safeguard
salute sanction sap satisfy save scale scare scold scrap scrutinise secede secure seize separate
serve settle shape share shell shelter shield shift ship shirk shop shoulder shrug shun side
sidestep sign signal signify simmer slam slash slide slow slump smuggle snatch sneer soar soften
solicit solidify solve sour span spare spark spearhead specialise specify spell spoil sponsor spur
spurn squander stabilise stabilize stage stagnate stall start starve state station stay steer stem
step stifle stimulate stipulate stockpile stop storm straddle strafe strain strengthen stress
stretch strike strip structure struggle study stumble style subject submit subordinate subscribe
subsidise subsidize subvert succeed succumb sue suffer suffice suggest suit summarise summon
supersede supervise supplant supply support suppose suppress surpass surprise surrender surround
survive suspect suspend sustain symbolise symbolize sympathise tackle target taunt tax tempt tend
terminate test test-fire testify thank thaw threaten thrive thwart tie tighten tilt tinker
tolerate topple total touch tour tout toy trade trail train transcend transfer transform transit
translate transmit transport trap travel treat treble trespass trigger triple triumph trust try
turn tutor twist unblock uncover undercut underestimate underline underscore understate underwrite
unfold unify unite unleash unravel unveil upgrade uphold uproot upset urge use usher utilise utter
vacate vacillate value vanish vary venture vest veto vie view vilify vindicate violate visit voice
volunteer vote vow wait wane want warm warn waste watch waver weaken weigh welcome whitelist widen
wield wish wither witness wonder woo work worry worsen wrest yearn yield
"""
_REGULAR = frozenset(_LEMMAS.split())
_TABLE = [conjugated(verb) for verb in sorted(_REGULAR | IRREGULAR.keys())]
#: "(They) buy", "(it) buys", "(it) gave" where the participle is another word.
BASES = frozenset(forms[0] for forms in _TABLE) - {"are"}
THIRDS = frozenset(forms[1] for forms in _TABLE)
PASTS = frozenset(
    word
    for forms in _TABLE
    for word in forms[2].split("|")
    if word not in (forms[3], forms[0]) and not word.endswith("ed")
)
#: Past and participle are one word: "held", "signed".
EITHER = frozenset(
    word for forms in _TABLE for word in forms[2].split("|") if word == forms[3] != forms[0]
)
#: "Put", "set": all one word.
UNCHANGED = frozenset(forms[0] for forms in _TABLE if forms[0] == forms[3] == forms[2])
#: The participles that are no past: "given".
PARTICIPLES = frozenset(forms[3] for forms in _TABLE if forms[3] not in forms[2].split("|")) - {
    "been"
}
#: What is said or thought follows, with or without "that".
SAYING = frozenset(
    form
    for verb in """
    say argue believe claim think hope fear warn note insist hold add suggest admit reply write
    maintain know remark contend assert observe declare concede recall explain stress reckon
    object complain conclude
    """.split()  # noqa: SIM905 - a list of words
    for form in conjugated(verb)[:3]
)
#: Their participle says nothing of the noun before it: ", turned to Russia" is a past.
INTRANSITIVE = frozenset(
    """
    turned went moved agreed refused withdrew returned joined tried decided continued began remained
    became insisted failed relied acceded acted appeared applied belonged cooperated emerged
    intervened participated reacted responded retaliated resorted retreated succeeded voted
    abstained left held pledged vowed opted
    """.split()  # noqa: SIM905 - a list of words
)
