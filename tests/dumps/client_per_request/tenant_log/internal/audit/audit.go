// Package audit writes down who did what.
package audit

import (
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"gopkg.in/natefinch/lumberjack.v2"
)

// Book is the audit log.
type Book struct{ file string }

// Open returns the log that is kept in file.
func Open(file string) *Book { return &Book{file} }

// Record writes one line.
func (b *Book) Record(tenant, what string) {
	out := &lumberjack.Logger{Filename: b.file, MaxSize: 100, MaxBackups: 7}
	defer out.Close()
	core := zapcore.NewCore(zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()),
		zapcore.AddSync(out), zap.InfoLevel)
	logger := zap.New(core).With(zap.String("tenant", tenant))
	logger.Info(what)
	logger.Sync()
}
