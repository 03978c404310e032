"""Given names that look like a typing error of each other and are not: Maria and Mario, Jean and Sean, Erin and Eric.

Two known names of the same family are two people, so their likeness is no likeness (S-09). Spellings of one name
and its short forms stand between two strokes. A name that is not known here is judged by its letters alone.
"""

from __future__ import annotations

SPELLINGS = """
john jon johnny jonny / eric erik erick / brian bryan brien / sara sarah / mohammed muhammad mohammad mohamed muhammed
/ steven stephen steve stefan / katherine catherine kathryn catharine kathrin cathryn kate / geoffrey jeffrey jeff /
alex alexander alexandre / alex alexandra / alexis / ann anne / anna hanna hannah / ana / jane jayne / marc mark /
carl karl / chris christopher kristopher / chris christine christina kristin kristina / christine christina / kristen
kristin / kirsten kirstin / dan daniel danny / dan danielle / danielle daniele / robert rob robby robbie bobby bob /
sam samuel / sam samantha / tom thomas tomas tommy thom / philip phillip phil / alan allan allen al / elizabeth
elisabeth eliza beth liz lisa / theresa teresa terese / lucas lukas luke luca / nicholas nicolas nick nico / nicole
nichole / isabel isabelle isabella / gabriel gabe / gabrielle gabriella gabriela / michael micheal mike / michelle
michele / joseph josef joe josef / josephine / jose / matthew mathew matt / mathias matthias / andrew andy drew /
andreas andre andres / andrea / andrei andrey / maria / mario / marie / mary / marco marcos / marcus markus / marta
martha / martin / martina / mara / laura / lara / tara / zara / lauren laurin / laurence lawrence larry / louis lewis
luis / louise luise / louisa luisa / lee leigh / leah lea lia / leo leon / leonard leonardo / lynn lynne lyn / ken
kenneth kenny / jean / jeanne / sean shaun shawn / shane / dean / joan / joanne joann joanna / june / jana / jan / ian
iain / juan / juana / ivan / ivana / ivo / roberta / robin robyn / albert bert / alberta / norbert / hubert / rupert /
roger rodger / ron ronald ronny / don donald donny / donna / dora / cora / nora norah / flora / clara klara / carla
karla / carlo karlo / carlos / carol carole karol / carolyn / caroline karoline / carolina / paul / paula / paola /
paolo / pablo / pedro / peter pete / petra / piotr / pierre / daniela daniella / denise denice / dennis denis / erica
erika / erin / erna / emil / emily emilie / emilia amelia / emma / irma / amy aimee / amanda mandy / ada / ida / ira /
eva / ava / iva / eve / lena / lina / nina / tina / gina / dina dinah / mina / rina / rita / vera / sofia sophia /
sophie sofie / helen / helena / helene / ellen / ella / stella / bella / della / delia / celia / cecilia / cecile /
julia / julie / julian / juliana / juliane / juliet juliette / julio / julius / jules / olivia / oliver olivier /
oscar oskar / otto / hugo / hugh / ruth / rose / rosa / rosie / ross / russ russell / ryan / rory / roy / ray raymond
/ jay / kay / kai / may / mae / mia / mila / milan / mike / miles myles / milo / nils / niels / neil neal niall / noel
/ noelle / joel / jose / josh joshua / jonas / jonah / jonathan johnathan / nathan nate / nathaniel / nathalie natalie
/ natalia nathalia / ethan / evan ewan / owen / gwen / glen glenn / ben benjamin benny / bernard / bernd / brad
bradley / brent / brett bret / bruce / bryce / chad / charles charlie / charlotte / chloe / claire clare / claude /
claudia / colin collin / craig / cynthia / dale / dave david / davis / dawn / debra deborah deb / derek derrick /
diana / diane dianne / dominic dominik / dominique / doris / dorothy / douglas doug / dylan dillon / earl / ed edward
eddie / edwin / edgar / edith / eduardo / elena / eleni / elaine / eleanor elinor / eli / elias / elijah / enrique /
ernest / esther / eugene / fatima / felix / fernando / frances / francis / francesco / francesca / frank / franz /
fred frederick fredrick / frida frieda / gary garry / cary / barry / harry harold / henry / larry / terry / perry /
jerry gerry / mary / george georg / georgia / gerald / gerard / gloria / grace / greg gregory / greta / guy / hans /
heather / hector / heidi / herbert / holly / polly / molly / howard / ines / inez / irene / iris / isaac / ivy / jack
/ jacques / jackie / jacob jakob jake / james jim / jamie / janet janette / janice / jason / jasmine / javier /
jennifer jenny jen / jesse / jessica / jill / bill / will william / wilma / phil / gil / jorg joerg / jurgen / jorge /
joyce / judith judy / justin / justine / karen / karin / kara cara / kathleen / keith / kelly / kerry / kevin / kim /
kyle / kurt curt / lars / leila layla / leslie lesley / linda lynda / lucy lucie / lucia / lucas / marcel / marcela /
margaret / margarita / marion / marian / marianne / marilyn / marina / marissa / marisa / mateo / maurice / max /
melanie / melissa / mercedes / miguel / miriam / mitchell mitch / monica monika / monique / morris / nadia / nancy /
naomi / natasha / nikos / nikki / noah / noor / omar / pamela / patrice / patricia / patrick / pat / piet / priya /
rachel rachael / ralph / ramon / rebecca rebekah / renee / rene / ricardo / richard rick / riccardo / robinson /
rodney / rodrigo / rosemary / samir / sandra / santiago / scott / sergio / serge / sharon / sheila / simon / simone /
sonia sonya sonja / stan stanley / stephanie stefanie / sue susan / suzanne susanne / susana susanna / sven / swen /
sylvia silvia / tamara / tanya tania / tariq / tarek / ted / ned / ted theodore / tim timothy / timo / toby / todd /
tony anthony / antonio / antonia / antoine / tracy tracey / stacy stacey / travis / trevor / troy / valerie / valeria
/ vanessa / victor viktor / victoria / vincent / vince / violet / virginia / walter / wanda / wayne / wendy / wei /
mei / lin / ling / xavier / yusuf / yasmin / yvonne / yvette / zoe / amara / tamar / aisha ayesha / anya / tanja /
mira / yara / amir / samira / rami / karim / kareem / hassan / hasan / ali / alia / nadir / riya / ria / neha / raj /
ravi / anil / sunil / arjun / varun / tarun / arun / minh / linh / thanh / hanh
"""


def _families(text: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for n, line in enumerate(" ".join(text.split()).split(" / ")):
        for name in line.split():
            found.setdefault(name, set()).add(n)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_FAMILIES = _families(SPELLINGS)


def is_given(word: str) -> bool:
    """Whether the folded word is a given name that is known here."""
    return word in _FAMILIES


def two_people(one: str, two: str) -> bool:
    """Whether two folded given names that look alike belong to two people.

    Both are known and no spelling of each other, or they differ by the ending of the other sex (Ivan and Ivana).
    """
    if one == two:
        return False
    here, there = _FAMILIES.get(one), _FAMILIES.get(two)
    if here and there:
        return not here & there
    short, long = sorted((one, two), key=len)
    if long == short + "a":
        return len(short) > 2
    return len(short) == len(long) and short[:-1] == long[:-1] and {short[-1], long[-1]} == {"a", "o"}
