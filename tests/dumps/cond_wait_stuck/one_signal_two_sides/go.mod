module northsea.io/telemetry

go 1.21
