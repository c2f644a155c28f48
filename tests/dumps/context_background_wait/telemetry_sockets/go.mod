module trackwise/telemetry

go 1.18
