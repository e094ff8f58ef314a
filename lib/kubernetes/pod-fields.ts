// SPDX-License-Identifier: Apache-2.0
// Names and types of every field of a pod template in Kubernetes 1.34, one type a line; pod-field.ts reads it. Made by
// scripts/generate-pod-fields.ts out of a real API server's description of itself; do not edit.
/* eslint max-lines: "off" -- a generated table */

/** The version of Kubernetes that the table was made with. */
export const POD_FIELDS_VERSION = '1.34';

/**
 * By type, its fields. Behind a name stands nothing for a text, # for a whole number, ? for true or false, = for a quantity, % for a number or a
 * text, * for anything, |a|b for one of some texts, :Type for an object; before that [] for a list and {} for a map.
 */
export const POD_FIELDS: Readonly<Record<string, string>> = {
  AWSElasticBlockStoreVolumeSource: 'fsType partition# readOnly? volumeID',
  Affinity: 'nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity',
  AppArmorProfile: 'localhostProfile type|Localhost|RuntimeDefault|Unconfined',
  AzureDiskVolumeSource:
    'cachingMode|None|ReadOnly|ReadWrite diskName diskURI fsType kind|Dedicated|Managed|Shared readOnly?',
  AzureFileVolumeSource: 'readOnly? secretName shareName',
  CSIVolumeSource: 'driver fsType nodePublishSecretRef:LocalObjectReference readOnly? volumeAttributes{}',
  Capabilities: 'add[] drop[]',
  CephFSVolumeSource: 'monitors[] path readOnly? secretFile secretRef:LocalObjectReference user',
  CinderVolumeSource: 'fsType readOnly? secretRef:LocalObjectReference volumeID',
  ClusterTrustBundleProjection: 'labelSelector:LabelSelector name optional? path signerName',
  ConfigMapEnvSource: 'name optional?',
  ConfigMapKeySelector: 'key name optional?',
  ConfigMapProjection: 'items[]:KeyToPath name optional?',
  ConfigMapVolumeSource: 'defaultMode# items[]:KeyToPath name optional?',
  Container:
    'args[] command[] env[]:EnvVar envFrom[]:EnvFromSource image imagePullPolicy|Always|IfNotPresent|Never lifecycle:Lifecycle livenessProbe:Probe name ports[]:ContainerPort readinessProbe:Probe resizePolicy[]:ContainerResizePolicy resources:ResourceRequirements restartPolicy restartPolicyRules[]:ContainerRestartRule securityContext:SecurityContext startupProbe:Probe stdin? stdinOnce? terminationMessagePath terminationMessagePolicy|FallbackToLogsOnError|File tty? volumeDevices[]:VolumeDevice volumeMounts[]:VolumeMount workingDir',
  ContainerPort: 'containerPort# hostIP hostPort# name protocol|SCTP|TCP|UDP',
  ContainerResizePolicy: 'resourceName restartPolicy',
  ContainerRestartRule: 'action exitCodes:ContainerRestartRuleOnExitCodes',
  ContainerRestartRuleOnExitCodes: 'operator values[]#',
  DownwardAPIProjection: 'items[]:DownwardAPIVolumeFile',
  DownwardAPIVolumeFile: 'fieldRef:ObjectFieldSelector mode# path resourceFieldRef:ResourceFieldSelector',
  DownwardAPIVolumeSource: 'defaultMode# items[]:DownwardAPIVolumeFile',
  EmptyDirVolumeSource: 'medium sizeLimit=',
  EnvFromSource: 'configMapRef:ConfigMapEnvSource prefix secretRef:SecretEnvSource',
  EnvVar: 'name value valueFrom:EnvVarSource',
  EnvVarSource:
    'configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector fileKeyRef:FileKeySelector resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector',
  EphemeralContainer:
    'args[] command[] env[]:EnvVar envFrom[]:EnvFromSource image imagePullPolicy|Always|IfNotPresent|Never lifecycle:Lifecycle livenessProbe:Probe name ports[]:ContainerPort readinessProbe:Probe resizePolicy[]:ContainerResizePolicy resources:ResourceRequirements restartPolicy restartPolicyRules[]:ContainerRestartRule securityContext:SecurityContext startupProbe:Probe stdin? stdinOnce? targetContainerName terminationMessagePath terminationMessagePolicy|FallbackToLogsOnError|File tty? volumeDevices[]:VolumeDevice volumeMounts[]:VolumeMount workingDir',
  EphemeralVolumeSource: 'volumeClaimTemplate:PersistentVolumeClaimTemplate',
  ExecAction: 'command[]',
  FCVolumeSource: 'fsType lun# readOnly? targetWWNs[] wwids[]',
  FileKeySelector: 'key optional? path volumeName',
  FlexVolumeSource: 'driver fsType options{} readOnly? secretRef:LocalObjectReference',
  FlockerVolumeSource: 'datasetName datasetUUID',
  GCEPersistentDiskVolumeSource: 'fsType partition# pdName readOnly?',
  GRPCAction: 'port# service',
  GitRepoVolumeSource: 'directory repository revision',
  GlusterfsVolumeSource: 'endpoints path readOnly?',
  HTTPGetAction: 'host httpHeaders[]:HTTPHeader path port% scheme|HTTP|HTTPS',
  HTTPHeader: 'name value',
  HostAlias: 'hostnames[] ip',
  HostPathVolumeSource: 'path type||BlockDevice|CharDevice|Directory|DirectoryOrCreate|File|FileOrCreate|Socket',
  ISCSIVolumeSource:
    'chapAuthDiscovery? chapAuthSession? fsType initiatorName iqn iscsiInterface lun# portals[] readOnly? secretRef:LocalObjectReference targetPortal',
  ImageVolumeSource: 'pullPolicy|Always|IfNotPresent|Never reference',
  KeyToPath: 'key mode# path',
  LabelSelector: 'matchExpressions[]:LabelSelectorRequirement matchLabels{}',
  LabelSelectorRequirement: 'key operator values[]',
  Lifecycle: 'postStart:LifecycleHandler preStop:LifecycleHandler stopSignal',
  LifecycleHandler: 'exec:ExecAction httpGet:HTTPGetAction sleep:SleepAction tcpSocket:TCPSocketAction',
  LocalObjectReference: 'name',
  ManagedFieldsEntry: 'apiVersion fieldsType fieldsV1* manager operation subresource time',
  NFSVolumeSource: 'path readOnly? server',
  NodeAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution[]:PreferredSchedulingTerm requiredDuringSchedulingIgnoredDuringExecution:NodeSelector',
  NodeSelector: 'nodeSelectorTerms[]:NodeSelectorTerm',
  NodeSelectorRequirement: 'key operator|DoesNotExist|Exists|Gt|In|Lt|NotIn values[]',
  NodeSelectorTerm: 'matchExpressions[]:NodeSelectorRequirement matchFields[]:NodeSelectorRequirement',
  ObjectFieldSelector: 'apiVersion fieldPath',
  ObjectMeta:
    'annotations{} creationTimestamp deletionGracePeriodSeconds# deletionTimestamp finalizers[] generateName generation# labels{} managedFields[]:ManagedFieldsEntry name namespace ownerReferences[]:OwnerReference resourceVersion selfLink uid',
  OwnerReference: 'apiVersion blockOwnerDeletion? controller? kind name uid',
  PersistentVolumeClaimSpec:
    'accessModes[]|ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod dataSource:TypedLocalObjectReference dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector storageClassName volumeAttributesClassName volumeMode|Block|Filesystem volumeName',
  PersistentVolumeClaimTemplate: 'metadata:ObjectMeta spec:PersistentVolumeClaimSpec',
  PersistentVolumeClaimVolumeSource: 'claimName readOnly?',
  PhotonPersistentDiskVolumeSource: 'fsType pdID',
  PodAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution[]:WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution[]:PodAffinityTerm',
  PodAffinityTerm:
    'labelSelector:LabelSelector matchLabelKeys[] mismatchLabelKeys[] namespaceSelector:LabelSelector namespaces[] topologyKey',
  PodAntiAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution[]:WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution[]:PodAffinityTerm',
  PodCertificateProjection:
    'certificateChainPath credentialBundlePath keyPath keyType maxExpirationSeconds# signerName',
  PodDNSConfig: 'nameservers[] options[]:PodDNSConfigOption searches[]',
  PodDNSConfigOption: 'name value',
  PodOS: 'name',
  PodReadinessGate: 'conditionType',
  PodResourceClaim: 'name resourceClaimName resourceClaimTemplateName',
  PodSchedulingGate: 'name',
  PodSecurityContext:
    'appArmorProfile:AppArmorProfile fsGroup# fsGroupChangePolicy|Always|OnRootMismatch runAsGroup# runAsNonRoot? runAsUser# seLinuxChangePolicy seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile supplementalGroups[]# supplementalGroupsPolicy|Merge|Strict sysctls[]:Sysctl windowsOptions:WindowsSecurityContextOptions',
  PodSpec:
    'activeDeadlineSeconds# affinity:Affinity automountServiceAccountToken? containers[]:Container dnsConfig:PodDNSConfig dnsPolicy|ClusterFirst|ClusterFirstWithHostNet|Default|None enableServiceLinks? ephemeralContainers[]:EphemeralContainer hostAliases[]:HostAlias hostIPC? hostNetwork? hostPID? hostUsers? hostname hostnameOverride imagePullSecrets[]:LocalObjectReference initContainers[]:Container nodeName nodeSelector{} os:PodOS overhead{}= preemptionPolicy|Never|PreemptLowerPriority priority# priorityClassName readinessGates[]:PodReadinessGate resourceClaims[]:PodResourceClaim resources:ResourceRequirements restartPolicy|Always|Never|OnFailure runtimeClassName schedulerName schedulingGates[]:PodSchedulingGate securityContext:PodSecurityContext serviceAccount serviceAccountName setHostnameAsFQDN? shareProcessNamespace? subdomain terminationGracePeriodSeconds# tolerations[]:Toleration topologySpreadConstraints[]:TopologySpreadConstraint volumes[]:Volume',
  PodTemplateSpec: 'metadata:ObjectMeta spec:PodSpec',
  PortworxVolumeSource: 'fsType readOnly? volumeID',
  PreferredSchedulingTerm: 'preference:NodeSelectorTerm weight#',
  Probe:
    'exec:ExecAction failureThreshold# grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds# periodSeconds# successThreshold# tcpSocket:TCPSocketAction terminationGracePeriodSeconds# timeoutSeconds#',
  ProjectedVolumeSource: 'defaultMode# sources[]:VolumeProjection',
  QuobyteVolumeSource: 'group readOnly? registry tenant user volume',
  RBDVolumeSource: 'fsType image keyring monitors[] pool readOnly? secretRef:LocalObjectReference user',
  ResourceClaim: 'name request',
  ResourceFieldSelector: 'containerName divisor= resource',
  ResourceRequirements: 'claims[]:ResourceClaim limits{}= requests{}=',
  SELinuxOptions: 'level role type user',
  ScaleIOVolumeSource:
    'fsType gateway protectionDomain readOnly? secretRef:LocalObjectReference sslEnabled? storageMode storagePool system volumeName',
  SeccompProfile: 'localhostProfile type|Localhost|RuntimeDefault|Unconfined',
  SecretEnvSource: 'name optional?',
  SecretKeySelector: 'key name optional?',
  SecretProjection: 'items[]:KeyToPath name optional?',
  SecretVolumeSource: 'defaultMode# items[]:KeyToPath optional? secretName',
  SecurityContext:
    'allowPrivilegeEscalation? appArmorProfile:AppArmorProfile capabilities:Capabilities privileged? procMount|Default|Unmasked readOnlyRootFilesystem? runAsGroup# runAsNonRoot? runAsUser# seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile windowsOptions:WindowsSecurityContextOptions',
  ServiceAccountTokenProjection: 'audience expirationSeconds# path',
  SleepAction: 'seconds#',
  StorageOSVolumeSource: 'fsType readOnly? secretRef:LocalObjectReference volumeName volumeNamespace',
  Sysctl: 'name value',
  TCPSocketAction: 'host port%',
  Toleration: 'effect|NoExecute|NoSchedule|PreferNoSchedule key operator|Equal|Exists tolerationSeconds# value',
  TopologySpreadConstraint:
    'labelSelector:LabelSelector matchLabelKeys[] maxSkew# minDomains# nodeAffinityPolicy|Honor|Ignore nodeTaintsPolicy|Honor|Ignore topologyKey whenUnsatisfiable|DoNotSchedule|ScheduleAnyway',
  TypedLocalObjectReference: 'apiGroup kind name',
  TypedObjectReference: 'apiGroup kind name namespace',
  Volume:
    'awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource flexVolume:FlexVolumeSource flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image:ImageVolumeSource iscsi:ISCSIVolumeSource name nfs:NFSVolumeSource persistentVolumeClaim:PersistentVolumeClaimVolumeSource photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource',
  VolumeDevice: 'devicePath name',
  VolumeMount:
    'mountPath mountPropagation|Bidirectional|HostToContainer|None name readOnly? recursiveReadOnly subPath subPathExpr',
  VolumeProjection:
    'clusterTrustBundle:ClusterTrustBundleProjection configMap:ConfigMapProjection downwardAPI:DownwardAPIProjection podCertificate:PodCertificateProjection secret:SecretProjection serviceAccountToken:ServiceAccountTokenProjection',
  VolumeResourceRequirements: 'limits{}= requests{}=',
  VsphereVirtualDiskVolumeSource: 'fsType storagePolicyID storagePolicyName volumePath',
  WeightedPodAffinityTerm: 'podAffinityTerm:PodAffinityTerm weight#',
  WindowsSecurityContextOptions: 'gmsaCredentialSpec gmsaCredentialSpecName hostProcess? runAsUserName',
};
