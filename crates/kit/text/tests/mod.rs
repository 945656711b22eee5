mod cost;
mod hostile;
mod html;
mod kept_names;
mod markdown;
mod names;
mod plain;
