/** The public entry: what notebooks and exercises import. */

export { allocatorChart } from "./charts/allocator-chart";
export { type Chart, type ChartWords, makeChart } from "./charts/chart";
export { countChart } from "./charts/count-chart";
export { growthChart } from "./charts/growth-chart";
export { recordedGrowth, recordedVersions } from "./cpython/recorded-growth";
export { recordedMemory, recordedMemoryVersions } from "./cpython/recorded-memory";
export { check } from "./exercise/check";
export type { CheckReport } from "./exercise/check-report";
export { hint } from "./exercise/hint";
export { type PythonCellOptions, type PythonTag, python } from "./notebook/python-tag";
export { show } from "./notebook/show";
export { type PythonOptions, type PythonRun, runPython, type StoryOptions, tellStory } from "./python/python";
export type { ChainLink, GarbageGroup, LineStory, Story, StoryStop } from "./python/story/story";
export { storyText } from "./python/story/story-text";
export type { AllocatorRuns, HeldMemory, LeakMemory, SurvivorMemory } from "./sim/alloc/memory-run";
export type { CountedObject, CountedStatement, CountTimeline } from "./sim/count-timeline";
export { BadArgumentError, HeapCorruptionError, UseAfterDeallocError } from "./sim/errors";
export type { HeapEvent } from "./sim/event";
export type { CollectReport, Gc } from "./sim/gc/gc";
export type { CollectionMark, Growth, GrowthSample } from "./sim/growth";
export { Heap, type Usage } from "./sim/heap/heap";
export type { PyObject } from "./sim/heap/py-object";
export { type LeakLoopOptions, leakLoop } from "./sim/leak-loop";
export { LISTING, listingCounts } from "./sim/listing";
export { type MemoryRunsOptions, memoryRuns } from "./sim/memory-runs";
export { profiles } from "./sim/profile";
export type { Profile } from "./sim/profile/profile";
