// SPDX-License-Identifier: Apache-2.0
// The catalogue of what is said about the memory of a Flink process. The rules stand in lib/flink/memory, because they need nothing but a
// configuration; a layout that Flink refuses is V-18 and V-23.

import type { MemoryCode } from '../../flink/memory/advice.ts';
import type { CodeInfo } from './code-info.ts';

export type { MemoryCode } from '../../flink/memory/advice.ts';

export const MEMORY_CODES: Readonly<Record<MemoryCode, CodeInfo>> = {
  'memory.container-below-process': {
    title: 'The container is smaller than the process',
    severity: 'warning',
    why: 'When the process has grown to what it may take, the kernel kills it. Kubernetes says OOMKilled, the log of Flink says nothing, and the job restarts again and again.',
    fix: 'Size the process by jobmanager.memory.process.size or taskmanager.memory.process.size (the memory fields of the resource do), from which container and process follow alike.',
  },
  'memory.limit-factor-below-one': {
    title: 'A memory limit below the request',
    severity: 'error',
    why: 'Flink refuses the factor when it makes the pod, so no pod of the component starts; a pod made without Flink would be refused by Kubernetes.',
    fix: 'Set the limit factor to 1 or more, or remove it.',
  },
  'memory.container-rounded-down': {
    title: 'A process of no whole number of MiB',
    severity: 'hint',
    why: 'Containers are sized in whole MiB, rounded down: the process may take a little more than its container has.',
    fix: 'Give sizes in whole MiB.',
  },
  'memory.unit-missing': {
    title: 'A size without its unit',
    severity: 'warning',
    why: 'Flink reads a bare number as bytes: 512 is half a kilobyte and not 512 MiB. The part of memory is then as good as absent.',
    fix: 'Write the unit: 512m.',
  },
  'memory.task-heap-small': {
    title: 'Hardly any heap left for the job',
    severity: 'warning',
    why: 'Metaspace, overhead, framework, network and managed memory are taken off first. What is left is too small for the objects of most jobs: garbage collection takes all the time, or the job ends with "Java heap space".',
    fix: 'Give the TaskManager more memory; or lower taskmanager.memory.managed.fraction, if state is on the heap.',
  },
  'memory.job-manager-heap-small': {
    title: 'Less heap for the JobManager than Flink recommends',
    severity: 'warning',
    why: 'The JobManager holds the graph of the job and the metadata of its checkpoints on the heap; with too little it fails when the job grows, and takes the job with it.',
    fix: 'Give the JobManager more memory.',
  },
  'memory.job-manager-off-heap-small': {
    title: 'A tight limit on direct memory of the JobManager',
    severity: 'warning',
    why: 'RPC and file systems allocate direct buffers. With the limit enabled they fail when it is reached, often in the middle of a checkpoint.',
    fix: 'Raise jobmanager.memory.off-heap.size, or do not enable the limit.',
  },
  'memory.metaspace-small': {
    title: 'Metaspace that was set low',
    severity: 'warning',
    why: 'Classes of Flink, of the job and of its libraries have to fit. In a session each job that is started brings its classes again. When it is full, the process ends with "OutOfMemoryError: Metaspace".',
    fix: 'Leave the default of 256 MiB, or more for a session or many libraries.',
  },
  'memory.overhead-capped': {
    title: 'The JVM overhead of a large process stops at 1 GiB',
    severity: 'hint',
    why: 'Native allocations that nobody counts (fragmentation of a native state backend above all) grow with the process, and the room for them does not: the container is killed under load.',
    fix: 'Raise taskmanager.memory.jvm-overhead.max.',
  },
  'memory.managed-small': {
    title: 'Little managed memory for RocksDB or ForSt',
    severity: 'warning',
    why: 'Write buffers and block cache of all states in a slot share this memory. With too little the backend flushes tiny files and reads everything from disk: the job becomes slow, for no reason that a profile of the JVM shows.',
    fix: 'More memory, fewer slots, or a larger taskmanager.memory.managed.fraction.',
  },
  'memory.managed-unused': {
    title: 'Managed memory that nobody uses',
    severity: 'hint',
    why: 'With state on the heap, a streaming job without SQL sorts or Python leaves managed memory, 40 % by default, untouched, while its heap is small.',
    fix: 'Set taskmanager.memory.managed.fraction to 0, if the job is of that kind.',
  },
  'memory.state-backend-unbounded': {
    title: 'A native state backend without a budget',
    severity: 'warning',
    why: 'Each state of each operator has write buffers and a cache of its own, which no part of the container is reserved for: the more states, the sooner the container is killed.',
    fix: 'Leave memory.managed at true, or give a fixed size per slot.',
  },
  'memory.network-small': {
    title: 'Too few network buffers for the parallelism',
    severity: 'warning',
    why: 'Each pair of subtasks of a shuffle needs buffers. If there are too few, the job does not start: "Insufficient number of network buffers".',
    fix: 'Raise taskmanager.memory.network.min and .max, lower the parallelism, or use fewer slots for each TaskManager.',
  },
  'memory.network-capped': {
    title: 'Network memory that grows with the upgrade to 1.17',
    severity: 'hint',
    why: 'Up to 1.16 the network memory stops at 1 GiB; from 1.17 on it takes its full fraction, and the task heap of a large TaskManager shrinks by that much.',
    fix: 'Set taskmanager.memory.network.max before the upgrade.',
  },
  'memory.pod-template-ignored': {
    title: 'Memory in the pod template of the main container',
    severity: 'warning',
    why: 'Flink writes its own request and limit over it: the container gets what the process needs, and the number in the template has no effect.',
    fix: 'Remove it from the template, and set the memory of the JobManager or TaskManager in the resource.',
  },
};
