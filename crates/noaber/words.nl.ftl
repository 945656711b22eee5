# noaber measure: wat er mis is met een bestand.
measure-line = regel { $line }
measure-column = kolom { $column }
measure-no-file = geef minstens één bestand
measure-empty = er staan geen rijen in
measure-unreadable = het is niet te lezen: { $detail }
measure-not-text = het is geen tekst in UTF-8
measure-not-a-table = het is geen tabel: { $detail }
measure-missing-columns = deze kolommen missen: { $needed }. Wel gevonden: { $found }. Is er geen kopregel, noem de kolommen dan met --columns
measure-double-column = meer dan één kolom heet { $name }
measure-uneven = deze rij heeft { NUMBER($found) } velden, de eerste { NUMBER($expected) }
measure-missing = hier staat niets
measure-not-a-number = ‘{ $text }’ is geen getal
measure-not-a-count = ‘{ $text }’ is geen heel getal van 0 of meer
measure-negative = ‘{ $text }’ is minder dan 0
measure-not-an-event = ‘{ $text }’ is geen 1 (het gebeurde), 0 (nog niet) of 2 (iets anders kwam eerst)
measure-not-a-date = ‘{ $text }’ is geen dag zoals 2026-11-23
measure-part-above-whole = { $part } van { $whole } kan niet
measure-recency-above-age = het laatste bezoek valt na het einde van de meting
measure-twice = ‘{ $text }’ staat er twee keer
measure-option = --{ $name } past niet
measure-undefined = het cijfer bestaat niet voor deze waarden

# noaber measure: de cijfers.
measure-definitions = Wat de cijfers betekenen:
measure-all = Allemaal samen
measure-between = tussen { $low } en { $high }
measure-survival = { $group }: { NUMBER($n) } gevolgd, bij { NUMBER($events) } gebeurde het
measure-median = {"  "}de helft na { $median } (tussen { $low } en { $high })
measure-no-median = {"  "}de helft werd niet bereikt in de langste tijd, { $last }
measure-mean = {"  "}gemiddelde tijd tot { $limit }: { $mean }, { $range }
measure-incidence = {"  "}bij { NUMBER($other) } kwam iets anders eerst; na { $time } was het gebeurd bij { $share }, { $range }
measure-log-rank-differs = De groepen verschillen (log-rank { $chi }, p { $p }).
measure-log-rank-none = Tussen de groepen is geen verschil aantoonbaar (log-rank { $chi }, p { $p }).
measure-members = { NUMBER($n) } leden, van wie er { NUMBER($returned) } terugkwamen.
measure-no-model = Niemand kwam terug: er valt niets te schatten.
measure-model = BG/NBD: r = { $r }, alpha = { $alpha }, a = { $a }, b = { $b }; log-likelihood { $likelihood }.
measure-ahead-days = Verwachte bezoeken van deze leden in de komende { $ahead } dagen: { $visits }.
measure-ahead-weeks = Verwachte bezoeken van deze leden in de komende { $ahead } weken: { $visits }.
measure-still-there = Van de { NUMBER($returned) } die terugkwamen, zijn er naar schatting { $there } nog.
measure-too-few-members = Te weinig om als verwachting te laten zien: daarvoor zijn 500 leden en 90 dagen nodig.
measure-burst = { $name }: druk van { $from } tot en met { $to } (gewicht { $weight })
measure-no-burst = { $name }: geen piek
measure-few-periods = {"  "}{ NUMBER($periods) } perioden is weinig: om dit te laten zien zijn er tien nodig
measure-share = { $name }: { NUMBER($did) } van { NUMBER($of) }, tussen { $low } en { $high }
measure-nobody = { $name }: –
measure-indicative = {"  "}indicatief: de marge is breed
measure-fewer-than-five = {"  "}minder dan vijf mensen: niet publiceren
measure-higher = {"  "}hoger dan de anderen, { $low } tot { $high } procentpunt
measure-lower = {"  "}lager dan de anderen, { $low } tot { $high } procentpunt
measure-none-shown = {"  "}geen verschil met de anderen aantoonbaar ({ $low } tot { $high } procentpunt)

# noaber measure graph.
measure-network = { NUMBER($people) } mensen, { NUMBER($ties) } banden.
measure-small-network = Te klein om cijfers van te laten zien: daarvoor zijn 30 mensen en 50 banden nodig.
measure-left-out = { NUMBER($lines) } regels zijn geen band: met zichzelf, of zonder gewicht boven 0.
measure-reciprocity = Van de paren met een band zoekt { $share } elkaar over en weer op.
measure-pieces = Losse delen: { NUMBER($count) }. Het grootste telt { NUMBER($largest) } mensen; { NUMBER($isolates) } mensen hebben geen band.
measure-cut-points = Mensen die in hun eentje een deel bijeenhouden: { NUMBER($count) }.
measure-core = De binnenste kern telt { NUMBER($people) } mensen, ieder met banden met minstens { NUMBER($deepest) } anderen daarvan.
measure-external-internal = { $name }: E-I { $value }, bij toeval { $usual }. { $says }
measure-no-ties = Er zijn geen banden om het aan af te lezen.
measure-island = Meer naar binnen gericht dan toeval (p { $p }).
measure-outward = Meer naar buiten gericht dan toeval (p { $p }).
measure-as-chance = Geen verschil met toeval aantoonbaar (p { $p }).
measure-communities = { NUMBER($count) } gemeenschappen, modulariteit { $quality }; de berekeningen komen { $agreement } overeen.
measure-no-communities = Geen vaste gemeenschappen: de berekeningen komen { $agreement } overeen, nodig is 0,70.
measure-fragility = Zonder de drie met de meeste banden valt { $lost } van de banden weg en zit { $left } van de mensen nog in het grootste deel; zonder drie willekeurige { $random }.
measure-linkers = Bij de 5% die het meest op de wegen tussen anderen zitten (op naam): { $names }

# noaber measure effect.
measure-series = { $series }: { NUMBER($before) } perioden ervoor en { NUMBER($after) } vanaf { $start }.
measure-controls = Ernaast: { $controls }
measure-steady = Als het niveau vast lag:
measure-free = Als het niveau vanzelf mag bewegen zoals het ervoor deed:
measure-expected = {"  "}{ $actual } gezien, { $expected } verwacht, { $range }
measure-total = {"  "}verschil { $total }, { $range }
measure-relative = {"  "}dat is { $share }, { $range }
measure-agreed-higher = Hoger dan te verwachten was, in beide gevallen.
measure-agreed-lower = Lager dan te verwachten was, in beide gevallen.
measure-agreed-none = Samen laten ze geen verschil zien.
measure-no-proof = Een onderbroken reeks: een aanwijzing, geen bewijs. Er kan tegelijk iets anders gebeurd zijn.
measure-few-before = Te weinig perioden ervoor om dit te laten zien: daarvoor zijn er 26 nodig.
measure-too-many-files = dat is een bestand te veel
measure-no-such-start = er is geen periode ‘{ $text }’ met perioden ervoor en erna
measure-no-such-column = er is geen kolom ‘{ $name }’ met getallen
