use super::routes;
use crate::town::Town;
use database::testing::on_both;
use imports::{Kind, Options};
use sign_in::accounts;
use web::Method;

const PEOPLE: &str = "id;naam;e-mail;afdeling\n\
    1;Anna de Vries;anna@voorbeeld.nl;Zorg > Wijk Noord\n\
    2;Bob Öztürk;bob@voorbeeld.nl;Zorg > Wijk Zuid\n\
    3;Carla Smit;;ICT\n";

/// From nothing to the first answer of a member, as a community manager does it.
#[test]
fn the_first_hour() {
    on_both(|trial| {
        let town = Town::before_set_up(trial);
        let stranger = town.nobody();
        assert_eq!(stranger.get("/").leads(), "/set-up");
        let typed = [
            ("community", "Zonnehof"),
            ("name", "Mia Bakker"),
            ("email", "mia@voorbeeld.nl"),
            ("password", "honderd fietsen op rij"),
        ];
        let began = stranger.fills("/set-up", "/set-up", &typed);
        let mia = town.signed_in_by(&began);
        assert_eq!(began.leads(), "/");
        stranger.get("/set-up").is(404);
        // Every page of the cockpit says something sensible before there is anything.
        let pages = routes(Method::Get).into_iter().map(|route| route.path);
        for path in pages.filter(|path| path.starts_with("/cockpit") && !path.contains('{')) {
            mia.sees(path);
        }

        let file = trial.folder.join("mensen.csv");
        std::fs::write(&file, PEOPLE).unwrap();
        let options = Options::new(&trial.folder);
        let report =
            imports::run(&trial.database, Kind::People, &file, &options, &mut |_| {}).unwrap();
        assert_eq!(report.created.members, 3, "{:?}", report.refused);
        town.settles();
        assert!(mia.sees("/cockpit/people").says("Bob Öztürk"));

        let codes = trial
            .database
            .write(|tx| accounts::make_claim_codes(tx, Some(mia.id), None, 100))
            .unwrap();
        let code = codes.iter().find(|code| code.name == "Carla Smit").expect("a code for Carla");
        let browser = town.nobody();
        let door = browser.fills("/claim", "/claim", &[("code", &code.code)]).leads();
        let typed = [("email", "carla@voorbeeld.nl"), ("password", "regen tikt tegen glas")];
        let carla = town.signed_in_by(&browser.fills(&door, &door, &typed));
        carla.sees("/");

        for name in ["Dirk", "Els", "Fatma", "Gijs", "Hana"] {
            town.member(name);
        }
        town.settles();
        mia.sees("/cockpit");
        let question = "Waar word jij blij van?";
        let typed = [("question", question), ("title", "Blij"), ("kind", "text"), ("held", "0")];
        let action = mia.fills("/cockpit/actions/new", "/cockpit/actions", &typed).leads();
        let number = action.rsplit('/').next().unwrap().to_owned();
        assert!(carla.sees("/").says(question));
        let page = format!("/actions/{number}");
        let answers = format!("{page}/answers");
        carla.fills(&page, &answers, &[("answer", "Van een lege trein")]).is(303);
        assert!(carla.sees(&page).says("Van een lege trein"));
        town.settles();
        mia.sees(&action);
        mia.sees("/cockpit");
        town.must_hold();
    });
}
