module metroline.hk/gates

go 1.21
