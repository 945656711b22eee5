use crate::store::kept::{self, Figure};
use crate::store::{front, network, people, phase, reach, series, standing};
use crate::window::{Window, closed_week_end};
use database::{Conn, Database};
use language::{Day, Result};

/// Where the list of the team is kept with which the figures were worked out: on a
/// day before all others.
const TEAM_DAY: Day = Day(i32::MIN);
const TEAM: &str = "team";

/// So many closed weeks of the phase are kept ready: half a year.
const WEEKS: i32 = 26;

/// Days worked out at a time.
const STRETCH: i32 = 91;

/// Works out the figures about days that are over and keeps them, so that the
/// cockpit need not: every day, the last month, the weeks of the phase, and reach by
/// department of the last closed week. What is kept already costs next to nothing, so
/// it may be called often; a large community has seconds of work after each night.
/// Returns how many figures it worked out.
///
/// A history that stopped is kept as of its end ([`crate::standing`]).
///
/// It reads without holding up anybody and writes briefly. Facts about an earlier day
/// take the figures away that they change; the next call works them out again.
///
/// # Errors
/// A fault of the database.
pub fn keep(database: &Database, today: Day) -> Result<usize> {
    let mut count = 0;
    let now = today;
    let today = database.read(|conn| standing::standing(conn, now))?.day;
    let team = database.read(kept::team_now)?;
    if database.read(|conn| kept::find(conn, TEAM, TEAM_DAY))? != Some(team.clone()) {
        database.write(|tx| {
            kept::forget_from(tx, i32::MIN)?;
            kept::write(tx, &[Figure { end: TEAM_DAY, name: TEAM, numbers: team }])
        })?;
    }
    let yesterday = today.plus(-1);
    while let Some(window) = database.read(|conn| missing_days(conn, yesterday))? {
        let done = work(database, window.to, |conn| series::day_figures(conn, window))?;
        if done == 0 {
            break; // History is coming in: leave it for the next time.
        }
        count += done;
    }
    let week = closed_week_end(today);
    let mut wanted = vec![yesterday];
    if week != yesterday {
        wanted.push(week);
    }
    for end in wanted {
        count += work(database, end, |conn| {
            let mut figures = people::month_figures(conn, end)?;
            figures.extend(network::month_figure(conn, end)?);
            Ok(figures)
        })?;
    }
    // Of tomorrow too: the first who looks in the morning comes before the keeper.
    for day in [today, today.plus(1)] {
        count += work(database, day.plus(-28), |conn| front::month_figure(conn, day))?;
    }
    count += work(database, week, |conn| phase::phase_figures(conn, today, WEEKS))?;
    if count > 0 {
        database.write(|tx| {
            for name in [people::SETTLED, people::CONTRIBUTORS, network::DEPARTMENTS] {
                kept::forget_before(tx, name, week)?;
            }
            kept::forget_before(tx, front::MONTH, today.plus(-28))?;
            Ok(())
        })?;
    }
    // Silent weeks close too: who comes back later is compared with them.
    let ends = if now == today { vec![today] } else { vec![today, now] };
    for day in ends {
        if let Some(figures) = database.read(|conn| reach::week_to_close(conn, day))? {
            count += usize::from(database.write(|tx| reach::close_with(tx, day, &figures))?);
        }
    }
    Ok(count)
}

/// The first stretch of days up to `until` that are not kept.
fn missing_days(conn: &mut Conn, until: Day) -> Result<Option<Window>> {
    let Some(beginning) = kept::beginning(conn)? else { return Ok(None) };
    let known = kept::ends(conn, series::DAYS, beginning, until)?;
    let mut from = beginning;
    for day in known {
        if day != from {
            return Ok(Some(Window { from, to: day.plus(-1).min(from.plus(STRETCH - 1)) }));
        }
        from = day.plus(1);
    }
    Ok((from <= until).then(|| Window { from, to: until.min(from.plus(STRETCH - 1)) }))
}

/// Works out what is missing in one state of the data and keeps it, unless a fact
/// about those days came in between: then the next call will.
fn work(
    database: &Database,
    end: Day,
    figures: impl Fn(&mut Conn) -> Result<Vec<Figure>>,
) -> Result<usize> {
    let (position, figures) =
        database.snapshot(|conn| Ok((kept::position(conn)?, figures(conn)?)))?;
    if figures.is_empty() {
        return Ok(0);
    }
    database.write(|tx| {
        if !kept::undisturbed(tx, position, end)? {
            return Ok(0);
        }
        kept::write(tx, &figures)?;
        Ok(figures.len())
    })
}
