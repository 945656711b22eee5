mod cost;
mod hostile;
mod html;
mod markdown;
mod names;
mod plain;
