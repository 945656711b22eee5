//! The yardstick: axum with nothing behind it, sending bytes that were made before.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::Response;
use axum::routing::get;
use language::{Failure, Result};
use std::path::Path;

/// Serves the bytes of a file at `/` until it is killed. The file holds a page as
/// Noaber sent it, squeezed.
///
/// # Errors
/// A fault of the file or the network.
pub fn serve(file: &Path, address: &str) -> Result<()> {
    let bytes = std::fs::read(file)
        .map(Bytes::from)
        .map_err(|e| Failure::fault(format!("read {}", file.display()), e))?;
    let page = move || {
        let bytes = bytes.clone();
        async move {
            let mut response = Response::new(Body::from(bytes));
            let headers = response.headers_mut();
            for (name, value) in
                [("content-type", "text/html; charset=utf-8"), ("content-encoding", "gzip")]
            {
                headers.insert(name, axum::http::HeaderValue::from_static(value));
            }
            response
        }
    };
    let router = Router::new().route("/", get(page));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|e| Failure::fault("start", e))?;
    runtime
        .block_on(async {
            let listener = tokio::net::TcpListener::bind(address).await?;
            axum::serve(listener, router).await
        })
        .map_err(|e| Failure::fault("serve", e))
}
