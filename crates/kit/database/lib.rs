//! Connections, transactions, migrations.
