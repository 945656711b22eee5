//! Reading what comes with a form.

use crate::fields::{Fields, Upload};
use crate::route::Body;
use axum::body::Body as HttpBody;
use language::{Failure, Refusal, Result};
use tokio::io::AsyncWriteExt;

/// Reads what came with a form: fields, and files. Whatever goes wrong, no file of it
/// stays behind.
pub(super) async fn read_body(
    body: HttpBody,
    content_type: &str,
    limit: Body,
    scratch: &std::path::Path,
) -> Result<Fields> {
    if content_type.starts_with("multipart/form-data") {
        return read_multipart(body, content_type, limit, scratch).await;
    }
    let most = limit.limit().min(Body::Form.limit());
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let bytes =
        axum::body::to_bytes(body, most).await.map_err(|_| Failure::Refusal(Refusal::TooLarge))?;
    Ok(Fields::parse(&String::from_utf8_lossy(&bytes)))
}

async fn read_multipart(
    body: HttpBody,
    content_type: &str,
    limit: Body,
    scratch: &std::path::Path,
) -> Result<Fields> {
    let refuse = |_| Failure::Refusal(Refusal::TooLarge);
    let boundary = multer::parse_boundary(content_type).map_err(refuse)?;
    let sizes = multer::SizeLimit::new().whole_stream(limit.limit());
    let mut parts = multer::Multipart::with_constraints(
        body.into_data_stream(),
        boundary,
        multer::Constraints::new().size_limit(sizes),
    );
    let mut fields = Fields::default();
    let mut count = 0;
    while let Some(mut part) = parts.next_field().await.map_err(refuse)? {
        count += 1;
        if count > 200 {
            return Err(Refusal::TooLarge.into());
        }
        let name = part.name().unwrap_or("").to_owned();
        let file_name = part.file_name().map(str::to_owned);
        match file_name {
            None => {
                let text = part.text().await.map_err(refuse)?;
                // Browsers send line ends as CR LF.
                fields.push(name, text.replace("\r\n", "\n"));
            }
            Some(file_name) if limit == Body::Archive => {
                let path = scratch.join(format!("upload-{}-{count}", uuid_like(&name)));
                // Made before the file: whatever goes wrong below removes it.
                let upload = Upload {
                    field: name,
                    name: file_name,
                    bytes: Vec::new(),
                    file: Some(path.clone()),
                };
                let mut file = tokio::fs::File::create(&path)
                    .await
                    .map_err(|e| Failure::fault("keep an upload", e))?;
                while let Some(chunk) = part.chunk().await.map_err(refuse)? {
                    file.write_all(&chunk)
                        .await
                        .map_err(|e| Failure::fault("keep an upload", e))?;
                }
                file.flush().await.map_err(|e| Failure::fault("keep an upload", e))?;
                fields.push_upload(upload);
            }
            Some(file_name) => {
                let bytes = part.bytes().await.map_err(refuse)?.to_vec();
                fields.push_upload(Upload { field: name, name: file_name, bytes, file: None });
            }
        }
    }
    Ok(fields)
}

/// A name for a passing file that no other upload of this process has.
fn uuid_like(name: &str) -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::SeqCst);
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    format!("{}-{plain}-{count}", std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// A body of two files, of which the second never ends.
    fn two_files(second: &'static [&'static [u8]]) -> HttpBody {
        const START: &[u8] = b"--x\r\ncontent-disposition: form-data; name=\"file\"; \
            filename=\"a.zip\"\r\n\r\nwhole\r\n--x\r\ncontent-disposition: form-data; \
            name=\"file\"; filename=\"b.zip\"\r\n\r\nhalf";
        let chunks: Vec<&[u8]> = std::iter::once(START).chain(second.iter().copied()).collect();
        // Nothing more comes: the visitor went away.
        let broken = second.is_empty().then(|| Err(std::io::Error::other("gone")));
        let all = chunks.into_iter().map(Ok).chain(broken);
        HttpBody::from_stream(futures_util::stream::iter(all))
    }

    fn left_in(folder: &std::path::Path) -> usize {
        std::fs::read_dir(folder).unwrap().count()
    }

    #[tokio::test]
    async fn an_upload_is_gone_however_its_request_ends() {
        let folder = std::env::temp_dir().join(format!("noaber-uploads-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let read =
            |body| read_body(body, "multipart/form-data; boundary=x", Body::Archive, &folder);
        // The visitor goes away in the middle of the second file.
        assert!(read(two_files(&[])).await.is_err());
        assert_eq!(left_in(&folder), 0, "after a body that broke off");
        // All came, and nobody took it: it goes with the form.
        let form = read(two_files(&[b"\r\n--x--\r\n"])).await.unwrap();
        assert_eq!(form.uploads("file").count(), 2);
        assert_eq!(left_in(&folder), 2);
        drop(form);
        assert_eq!(left_in(&folder), 0, "after the request");
        // It takes too long: the reading is dropped half way.
        let endless = HttpBody::from_stream(futures_util::StreamExt::chain(
            futures_util::stream::iter([Ok::<_, std::io::Error>(
                &b"--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalf"[..],
            )]),
            futures_util::stream::pending(),
        ));
        let ended = tokio::time::timeout(Duration::from_millis(200), read(endless)).await;
        assert!(ended.is_err());
        assert_eq!(left_in(&folder), 0, "after a body that took too long");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
