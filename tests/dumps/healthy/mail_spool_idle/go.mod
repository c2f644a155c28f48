module spool.postal.dev/mta

go 1.21
