use crate::{BlobId, BlobProblem, Blobs, NoBlobId};
use language::{Randomness, SeededRandomness};
use std::fs;
use std::path::PathBuf;

/// A folder that goes when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("blobs-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_is_put_can_be_had_until_it_is_deleted() {
    let folder = Folder::new("put");
    let random = SeededRandomness::new(1);
    let blobs = Blobs::open(&folder.0).unwrap();
    let stored = blobs.put(b"hoi", &random).unwrap();
    assert_eq!(stored.size, 3);
    assert_eq!(blobs.get(stored.id).unwrap(), b"hoi");
    let again = Blobs::open(&folder.0).unwrap();
    assert_eq!(again.get(stored.id).unwrap(), b"hoi");
    assert_eq!(again.file(stored.id).unwrap().metadata().unwrap().len(), 3);
    assert!(again.delete(stored.id).unwrap());
    assert!(!again.delete(stored.id).unwrap());
    assert!(matches!(blobs.get(stored.id), Err(BlobProblem::Missing(id)) if id == stored.id));
    assert_eq!(fs::read_dir(folder.0.join("new")).unwrap().count(), 0);
}

#[test]
fn equal_content_has_an_equal_hash_and_another_name() {
    let folder = Folder::new("equal");
    let random = SeededRandomness::new(2);
    let blobs = Blobs::open(&folder.0).unwrap();
    let (one, two) = (blobs.put(b"x", &random).unwrap(), blobs.put(b"x", &random).unwrap());
    assert_ne!(one.id, two.id);
    assert_eq!(one.sha256, two.sha256);
    assert!(blobs.delete(one.id).unwrap());
    assert_eq!(blobs.get(two.id).unwrap(), b"x");
}

#[test]
fn all_are_listed_and_nothing_else() {
    let folder = Folder::new("list");
    let random = SeededRandomness::new(3);
    let blobs = Blobs::open(&folder.0).unwrap();
    let mut ids: Vec<BlobId> = (0..50_u8).map(|n| blobs.put(&[n], &random).unwrap().id).collect();
    ids.sort_unstable();
    fs::write(folder.0.join("README"), "x").unwrap();
    fs::create_dir_all(folder.0.join("zz")).unwrap();
    fs::write(folder.0.join("zz/notes.txt"), "x").unwrap();
    assert_eq!(blobs.list().unwrap(), ids);
}

#[test]
fn damage_is_noticed() {
    let folder = Folder::new("damage");
    let random = SeededRandomness::new(4);
    let blobs = Blobs::open(&folder.0).unwrap();
    let (one, two) =
        (blobs.put(b"heel", &random).unwrap().id, blobs.put(b"heel", &random).unwrap().id);
    let path = |id: BlobId| folder.0.join(&id.to_string()[..2]).join(id.to_string());
    fs::write(path(one), "half").unwrap();
    assert!(matches!(blobs.get(one), Err(BlobProblem::Damaged(_))));
    fs::remove_file(path(two).with_extension("sha256")).unwrap();
    assert!(matches!(blobs.get(two), Err(BlobProblem::Damaged(_))));
}

#[test]
fn what_was_half_written_is_no_blob_and_is_swept() {
    let folder = Folder::new("half");
    let blobs = Blobs::open(&folder.0).unwrap();
    let id = BlobId::random(&SeededRandomness::new(5));
    fs::write(folder.0.join("new").join(id.to_string()), "half").unwrap();
    assert!(blobs.list().unwrap().is_empty());
    assert!(matches!(blobs.get(id), Err(BlobProblem::Missing(_))));
    assert_eq!(blobs.sweep().unwrap(), 1);
    assert_eq!(blobs.sweep().unwrap(), 0);
}

/// Randomness that is none.
struct Same;

impl Randomness for Same {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

#[test]
fn a_name_that_is_taken_is_never_overwritten() {
    let folder = Folder::new("same");
    let blobs = Blobs::open(&folder.0).unwrap();
    let stored = blobs.put(b"eerst", &Same).unwrap();
    assert!(blobs.put(b"later", &Same).is_err());
    assert_eq!(blobs.get(stored.id).unwrap(), b"eerst");
}

#[test]
fn a_name_is_never_a_path() {
    let id = BlobId::random(&Same);
    assert_eq!(id.to_string().parse(), Ok(id));
    assert_eq!(id.to_string(), "07".repeat(16));
    for text in [
        "",
        "07",
        "../../../../etc/passwd",
        "+7070707070707070707070707070707",
        "0707070707070707070707070707070G",
        "ABABABABABABABABABABABABABABABAB",
        "07070707070707070707070707070707/",
        " 7070707070707070707070707070707",
    ] {
        assert_eq!(text.parse::<BlobId>(), Err(NoBlobId), "{text}");
    }
}

#[test]
fn the_hash_is_one_that_others_can_check() {
    let folder = Folder::new("hash");
    let blobs = Blobs::open(&folder.0).unwrap();
    let stored = blobs.put(b"", &SeededRandomness::new(6)).unwrap();
    let name = stored.id.to_string();
    let line =
        fs::read_to_string(folder.0.join(&name[..2]).join(format!("{name}.sha256"))).unwrap();
    assert_eq!(
        line,
        format!("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  {name}\n")
    );
}
