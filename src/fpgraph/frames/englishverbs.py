"""The common verbs of English prose on foreign policy, by their forms."""

from __future__ import annotations

from .english import conjugated
from .irregular import IRREGULAR

_LEMMAS = """
abandon abolish absorb abstain accede accelerate accept accommodate accompany accomplish accuse
achieve acknowledge acquire act adapt add address adhere adjust administer admire admit adopt
advance advise advocate affect affirm afford aggravate agree aid aim align allege alleviate
allocate allow alter amend amount annex announce annul answer anticipate apologise apologize
appeal appear apply appoint appreciate approach approve argue arm arrange arrest arrive ask aspire
assassinate assemble assert assess assign assist assume assure attach attack attain attempt attend
attract attribute augment authorise authorize avert avoid await back balance ban bar bargain base
beg behave believe belong benefit besiege betray blame block blockade boast bolster bomb boost
border borrow boycott brand broaden broker brush bully burn buy calculate call calm campaign
cancel capitalise capitalize captivate capture care carry carve cause cease cede celebrate cement
censure challenge change channel characterise characterize charge chart cherish circumvent cite
claim clarify clash classify climb cling close co-operate co-ordinate coerce coexist collaborate
collapse collect colonise colonize combat combine command commemorate comment commission commit
compare compel compensate compete complain complement complete complicate comply compose comprise
compromise conceal concede conceive concentrate concern conclude condemn condition conduct confer
confine confirm confiscate conform confront connect conquer consent consider consist consolidate
constitute constrain construct consult consume contact contain contend contest continue contradict
contrast contribute control convene convert convey convict convince cooperate coordinate cope copy
correspond corrode counsel count counter court cover craft create criticise criticize cross crown
crush culminate cultivate curb curtail customise cut damage dampen dare deal debate decide
decimate declare decline decrease deepen defeat defend defer define defuse delay delegate
delineate deliver demand demonstrate denounce deny depart depend depict deplore deploy depose
deprive derive descend describe desert deserve design desire destabilise destabilize destroy
detain deter deteriorate determine develop deviate devise devote devour dictate differ
differentiate diminish direct disagree disappear disappoint discharge disclose discontinue
discourage discover discredit discriminate discuss dislike dismantle dismiss disown dispatch
displace display dispute disregard disrupt dissolve dissuade distance distinguish distort
distribute distrust disturb diverge diversify divert divide dodge dominate donate doubt draft drag
drain drift drop dub duplicate earn ease echo edge educate elaborate elect elevate elicit
eliminate embark embed embody embolden embrace emerge emphasise emphasize employ empower emulate
enable enact encircle encompass encounter encourage end endanger endeavour endorse endure enforce
engage engender enhance enjoy enlarge enlist enrich ensure entail enter entertain entice entrench
envisage equate equip erect erode err escalate escape espouse establish estimate evacuate evade
evaluate evoke evolve examine exceed exchange exclude excuse execute exemplify exempt exercise
exert exhaust exhibit exist expand expect expel experience explain exploit explore export expose
express extend extol extract face facilitate fail falter fashion favor favour fear feature figure
fill finance finish fit flatter flock flourish flout flow focus follow force forge form formalise
formalize formulate forsake fortify foster frame free frustrate fuel fulfil fulfill function fund
gain garner gather generate glorify govern grant grasp grip ground guarantee guard guide halt
hamper hand handle happen harbor harbour harden harm harmonise harness hasten hate haunt head
heighten help herald hesitate highlight hijack hinder hinge hope host house hover humiliate
identify ignore illustrate imagine impair impede implement imply import impose imprison improve
include incorporate increase incur indicate induce influence inform inherit inhibit initiate
inject insist inspire install instigate institute insult integrate intend intensify interact
intercept interfere interpret intervene intimidate introduce invade invest investigate invite
invoke involve isolate issue jeopardise jeopardize join judge justify kill label lack land last
laud launch lay legitimise legitimize lessen liberalise liberate lift limit link list live loathe
lobby locate look loom loosen love lower maintain manage manifest manipulate manufacture mark
market marry master match matter maximise maximize measure mediate mention merge merit minimise
minimize mirror mistrust mitigate mobilise mobilize mock moderate modernise modernize modify
monitor motivate mount move multiply murder name narrow nationalise navigate necessitate need
neglect negotiate neutralise nominate normalise normalize note notice nourish nurture obey object
oblige observe obstruct obtain occupy occur offer open operate oppose oppress opt orchestrate
order organise organize orient originate oust outline outlive outnumber outrage outstrip outweigh
overestimate overhaul overlap overlook overreach overshadow owe own pacify parry participate
partition pass patrol pay penetrate perceive perform permit persecute persist persuade pin pioneer
place plan plant play plead please pledge plot plunge point poison portray pose position possess
postpone postulate pour practice practise praise preach precede precipitate preclude predict
prefer prepare prescribe present preserve preside press pressure presume presuppose prevail
prevent privilege probe proceed proclaim procure produce profess profit prohibit project
proliferate prolong promise promote prompt pronounce propagate propel propose prosecute prosper
protect protest prove provide provoke publish pull punish purchase pursue push qualify quarrel
question quote raise rally ratify reach react reaffirm realign realise realize reap rearm reason
reassert reassess reassure rebound rebuff rebuke recall receive reckon recognise recognize
recommend reconcile reconsider reconstruct record recover recruit redefine redirect reduce refer
reflect reform refrain refuse refute regain regard regret regulate reign reinforce reinvent
reiterate reject rejoin relate relax release rely remain remark remember remind remove rename
render renege renew renounce reopen reorient repair repeal repeat repel replace reply report
represent repress repudiate request require rescue resemble resent reserve reshape reside resign
resist resolve resort respect respond rest restore restrain restrict result resume retain
retaliate retire retort retreat return reveal reverse revert revise revisit revive revolve reward
rival rock rule rupture rush sabotage sacrifice safeguard sanction sap satisfy save scale scare
scrap scrutinise secede secure separate serve settle shape share shelter shield shift ship shirk
shop shoulder shun side sidestep sign signal signify slash slide slow smuggle soar soften solicit
solidify solve sour spare spark spearhead specialise specify spell spoil sponsor spur spurn
squander stabilise stabilize stage start starve state station stay steer stem step stifle
stimulate stipulate stockpile stop storm strain strengthen stress stretch strip structure struggle
study style subject submit subordinate subscribe subsidise subsidize subvert succeed succumb
suffer suffice suggest suit summarise summon supersede supervise supplant supply support suppose
suppress surpass surprise surrender surround survive suspect suspend sustain symbolise symbolize
sympathise tackle target taunt tax tempt tend terminate test testify thank threaten thrive thwart
tie tighten tilt tolerate topple touch tour tout trade train transcend transfer transform transit
translate transmit transport trap travel treat trigger triple triumph trust try turn twist unblock
uncover undercut underestimate underline underscore understate unfold unify unite unleash unravel
unveil upgrade uproot upset urge use usher utilise utter vacate value vanish vary venture veto vie
view vilify vindicate violate visit voice volunteer vote vow wait wane want warm warn waste watch
weaken weigh welcome widen wield wish witness wonder work worry worsen yearn yield
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
