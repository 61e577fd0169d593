"""Limits on this process the Windows way: a job object around it. Untested but on Windows."""

from __future__ import annotations

import sys
from typing import Any

_job: list[Any] = []

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _PROCESS_TIME, _ONE_PROCESS, _PROCESS_MEMORY, _ENDS_WITH_JOB = 0x2, 0x8, 0x100, 0x2000
    _UNITS_OF_A_SECOND = 10_000_000

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
    _kernel.GetCurrentProcess.restype = wintypes.HANDLE
    _kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _kernel.SetInformationJobObject.argtypes = (
        *(wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD),
    )

    def enter() -> None:
        """Put this process into a job of its own; it stays in it."""
        job = _kernel.CreateJobObjectW(None, None)
        if job and _kernel.AssignProcessToJobObject(job, _kernel.GetCurrentProcess()):
            _job.append(job)

    def allow(memory: int, until: float) -> None:
        """Let the process use so much memory, and compute until so many seconds of its life."""
        limits = _Extended()
        basic = limits.BasicLimitInformation
        basic.LimitFlags = _PROCESS_TIME | _ONE_PROCESS | _PROCESS_MEMORY | _ENDS_WITH_JOB
        basic.PerProcessUserTimeLimit = int(until * _UNITS_OF_A_SECOND)
        basic.ActiveProcessLimit = 1
        limits.ProcessMemoryLimit = memory
        for job in _job:
            _kernel.SetInformationJobObject(
                job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
