module metrohub.io/sensors/collectd

go 1.20
