package kernel

import "golang.org/x/sys/cpu"

func lookup(level string) (*Set, error) {
	avx2 := cpu.X86.HasAVX2 && cpu.X86.HasFMA
	switch level {
	case LevelAVX2:
		if avx2 {
			return avx2Set(), nil
		}
		return nil, ErrUnsupported
	case LevelAVX512:
		if avx2 && cpu.X86.HasBMI2 && cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VL {
			return avx512Set(), nil
		}
		return nil, ErrUnsupported
	}
	return nil, ErrLevel
}
