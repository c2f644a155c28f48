module metroline.hk/hall

go 1.21
