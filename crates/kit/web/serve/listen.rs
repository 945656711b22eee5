//! The open doors of the program: how many connections there may be, how long one
//! may say nothing, and how all of them end.
//!
//! A proxy in front usually holds slow visitors off; this holds without one.

use crate::limits::{Place, Places};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use language::Result;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tower_service::Service;

/// What connections may cost.
#[derive(Debug, Clone)]
pub struct Doors {
    /// Connections at once; more wait in the system's queue.
    pub connections: usize,
    /// Connections at once from one address; more are closed. The machine itself and
    /// the listed proxies, which bring everybody's, have no such limit.
    pub from_one: usize,
    /// How long the head of a request may take, and how long a connection may wait
    /// for its next request.
    pub head: Duration,
    /// How long requests may go on after the program was asked to stop.
    pub grace: Duration,
    /// Proxies in front.
    pub proxies: Vec<IpAddr>,
}

impl Default for Doors {
    /// Enough for 3,000 open pages with a stream each, and a whole office behind one
    /// address.
    fn default() -> Self {
        Self {
            connections: 4_096,
            from_one: 1_024,
            head: Duration::from_secs(30),
            grace: Duration::from_secs(3),
            proxies: Vec::new(),
        }
    }
}

/// The most bytes of a request's head.
const MOST_HEAD: usize = 64 * 1024;

/// Serves the site on `listener` until `stop` is done, then finishes what runs.
///
/// # Errors
/// None today: what a connection suffers is its own.
pub async fn start(
    listener: TcpListener,
    site: Router,
    doors: Doors,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    let places = Arc::new(Semaphore::new(doors.connections));
    let callers = Places::default();
    let (stopping, stopped) = watch::channel(false);
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            // Taken before the connection: who finds no place waits in the system's queue.
            let place = places.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = &mut stop => break,
            next = next => next,
        };
        let (Ok(place), Ok((stream, peer))) = (place, accepted) else {
            // The system is out of files: those that close make room.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let Some(caller) = come(&callers, peer.ip(), &doors) else { continue };
        let connection = serve(stream, peer, site.clone(), doors.head, stopped.clone());
        tokio::spawn(async move {
            connection.await;
            drop((place, caller));
        });
    }
    drop(listener);
    let _ = stopping.send(true);
    // Open streams and bodies that never end must not keep the program from stopping.
    let all = u32::try_from(doors.connections).unwrap_or(u32::MAX);
    let _ = tokio::time::timeout(doors.grace, places.acquire_many(all)).await;
    Ok(())
}

async fn serve(
    stream: TcpStream,
    peer: SocketAddr,
    site: Router,
    head: Duration,
    mut stopped: watch::Receiver<bool>,
) {
    // An answer goes out when it is there, not when more follows.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: http::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        site.clone().call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(head)
        .max_buf_size(MOST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        // What goes wrong on a connection is for its visitor to see.
        _ = connection.as_mut() => return,
        _ = stopped.wait_for(|stopped| *stopped) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = connection.await;
}

/// Counts a connection; none when its address has too many.
fn come(
    places: &Places<Option<IpAddr>>,
    address: IpAddr,
    doors: &Doors,
) -> Option<Place<Option<IpAddr>>> {
    let address = address.to_canonical();
    if address.is_loopback() || doors.proxies.contains(&address) {
        return places.take(None, usize::MAX);
    }
    places.take(Some(address), doors.from_one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use futures_util::stream;
    use std::convert::Infallible;
    use std::time::Instant;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;
    use tokio::task::JoinHandle;

    /// A site of two pages: one that answers, one that never ends.
    fn site() -> Router {
        let endless = || async {
            let first = stream::iter([Ok::<_, Infallible>("begun\n")]);
            Body::from_stream(futures_util::StreamExt::chain(first, stream::pending()))
        };
        Router::new().route("/", get(|| async { "hello" })).route("/endless", get(endless))
    }

    struct Open {
        address: SocketAddr,
        stop: Option<oneshot::Sender<()>>,
        served: JoinHandle<Result<()>>,
    }

    async fn open(doors: Doors) -> Open {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, asked) = oneshot::channel::<()>();
        let stopped = async move {
            let _ = asked.await;
        };
        let served = tokio::spawn(start(listener, site(), doors, stopped));
        Open { address, stop: Some(stop), served }
    }

    impl Open {
        async fn connect(&self) -> TcpStream {
            TcpStream::connect(self.address).await.unwrap()
        }

        async fn asks(&self, path: &str) -> TcpStream {
            let mut stream = self.connect().await;
            let head = format!("GET {path} HTTP/1.1\r\nhost: x\r\n\r\n");
            stream.write_all(head.as_bytes()).await.unwrap();
            stream
        }

        async fn stops(mut self) -> Duration {
            let begun = Instant::now();
            self.stop.take().unwrap().send(()).unwrap();
            self.served.await.unwrap().unwrap();
            begun.elapsed()
        }
    }

    async fn first_bytes(stream: &mut TcpStream) -> String {
        let mut bytes = [0; 512];
        let count = stream.read(&mut bytes).await.unwrap();
        String::from_utf8_lossy(&bytes[..count]).into_owned()
    }

    fn quick() -> Doors {
        Doors { head: Duration::from_millis(150), ..Doors::default() }
    }

    #[tokio::test]
    async fn who_never_ends_the_head_of_a_request_is_let_go() {
        let open = open(quick()).await;
        let begun = Instant::now();
        let mut silent = open.connect().await;
        let mut slow = open.connect().await;
        slow.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n").await.unwrap();
        for stream in [&mut silent, &mut slow] {
            let mut rest = Vec::new();
            // Ends when the program closes it.
            let _ = stream.read_to_end(&mut rest).await;
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
        let mut answered = open.asks("/").await;
        assert!(first_bytes(&mut answered).await.ends_with("hello"));
        // Kept open after its answer, it is let go as well.
        let _ = answered.read_to_end(&mut Vec::new()).await;
        open.stops().await;
    }

    #[tokio::test]
    async fn no_more_connections_than_places() {
        let open = open(Doors { connections: 2, ..Doors::default() }).await;
        let mut held = open.asks("/endless").await;
        let mut other = open.asks("/endless").await;
        assert!(first_bytes(&mut held).await.contains("200"));
        assert!(first_bytes(&mut other).await.contains("200"));
        let mut third = open.asks("/").await;
        let waited = tokio::time::timeout(Duration::from_millis(200), third.readable()).await;
        assert!(waited.is_err(), "the third is answered while two are open");
        drop(held);
        // Whoever goes leaves a place.
        assert!(first_bytes(&mut third).await.contains("200"));
        open.stops().await;
    }

    #[test]
    fn one_address_does_not_take_all_places() {
        let doors = Doors {
            from_one: 2,
            proxies: vec!["203.0.113.9".parse().unwrap()],
            ..Doors::default()
        };
        let callers = Places::default();
        let come = |address: &str| come(&callers, address.parse().unwrap(), &doors);
        let first = come("203.0.113.5");
        let second = come("::ffff:203.0.113.5");
        assert!(first.is_some() && second.is_some());
        assert!(come("203.0.113.5").is_none());
        let other = come("203.0.113.6");
        assert!(other.is_some());
        drop(second);
        assert!(come("203.0.113.5").is_some());
        let trusted: Vec<_> = ["203.0.113.9", "203.0.113.9", "203.0.113.9", "127.0.0.1"]
            .map(|address| come(address).is_some())
            .to_vec();
        assert_eq!(trusted, [true; 4]);
        drop((first, other));
        assert!(callers.is_empty(), "who left is forgotten");
    }

    #[tokio::test]
    async fn open_streams_do_not_keep_the_program_from_stopping() {
        let open = open(Doors { grace: Duration::from_millis(300), ..Doors::default() }).await;
        let mut held = open.asks("/endless").await;
        assert!(first_bytes(&mut held).await.contains("200"));
        let idle = open.connect().await;
        let took = open.stops().await;
        assert!(took < Duration::from_secs(5), "{took:?}");
        assert!(Doors::default().grace <= Duration::from_secs(5));
        drop(idle);
    }

    #[tokio::test]
    async fn with_nothing_open_it_stops_at_once() {
        let open = open(Doors { grace: Duration::from_secs(60), ..Doors::default() }).await;
        let mut answered = open.asks("/").await;
        assert!(first_bytes(&mut answered).await.ends_with("hello"));
        let took = open.stops().await;
        assert!(took < Duration::from_secs(10), "{took:?}");
    }
}
