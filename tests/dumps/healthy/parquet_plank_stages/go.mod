module floors.hollybank.example/parquet

go 1.18
