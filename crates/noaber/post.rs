//! How mail leaves this program, from the configuration.

use crate::configuration::Configuration;
use delivery::{Encryption, Mailbox, Sender, Smtp, Transport};

/// The sender and the transport of a configuration.
///
/// # Errors
/// A sentence about the key that is wrong.
pub fn line(configuration: &Configuration) -> Result<(Sender, Transport), String> {
    let from = mailbox(&configuration.mail_from)?;
    let transport = match (&configuration.smtp, configuration.mail_folder()) {
        (Some(url), _) => Transport::Smtp(smtp(url, &configuration.base_url())?),
        (None, Some(folder)) => Transport::Folder(folder),
        (None, None) => return Err("`smtp`: no mail server and no folder".to_owned()),
    };
    Ok((Sender::new(from), transport))
}

fn mailbox(text: &str) -> Result<Mailbox, String> {
    let (name, address) = match text.split_once('<') {
        Some((name, rest)) => (name.trim(), rest.trim_end_matches('>').trim()),
        None => ("", text.trim()),
    };
    Mailbox::new(name, address).map_err(|why| format!("`mail_from`: {text:?}: {why}"))
}

/// Reads `smtps://user:secret@host:465`, `smtp://…:587` (goes private before the
/// password) or `smtp+plain://localhost:25` (for the same machine).
fn smtp(url: &str, base_url: &str) -> Result<Smtp, String> {
    let wrong = |why: &str| format!("`smtp`: {why}; write smtps://user:secret@host:465");
    let (scheme, rest) = url.split_once("://").ok_or_else(|| wrong("no scheme"))?;
    let (encryption, port) = match scheme {
        "smtps" => (Encryption::Tls, 465),
        "smtp" => (Encryption::StartTls, 587),
        "smtp+plain" => (Encryption::None, 25),
        other => return Err(wrong(&format!("unknown scheme {other:?}"))),
    };
    let (login, server) = match rest.rsplit_once('@') {
        Some((login, server)) => (Some(login), server),
        None => (None, rest),
    };
    let server = server.trim_end_matches('/');
    let (host, port) = match server.rsplit_once(':') {
        Some((host, text)) => (host, text.parse().map_err(|_| wrong("the port is no number"))?),
        None => (server, port),
    };
    if host.is_empty() {
        return Err(wrong("no host"));
    }
    let hello = base_url.split("://").nth(1).unwrap_or("localhost");
    let hello = hello.split([':', '/']).next().unwrap_or("localhost");
    let smtp = Smtp::new(host, port, encryption, hello);
    Ok(match login.and_then(|login| login.split_once(':')) {
        Some((user, secret)) => smtp.login(user, secret),
        None => smtp,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_server_is_named_with_its_key() {
        assert!(smtp("smtps://a:b@mail.example.org", "https://x.example").is_ok());
        for bad in ["mail.example.org", "ftp://x", "smtp://:25", "smtp://h:x"] {
            assert!(smtp(bad, "https://x.example").unwrap_err().starts_with("`smtp`"), "{bad}");
        }
        assert!(mailbox("Plein <plein@example.org>").is_ok());
        assert!(mailbox("Plein").is_err());
    }
}
