{{/* What all pods have: no token of Kubernetes, no rights, nothing to write but /tmp. Pod security level "restricted". */}}
{{- define "punctual.podSecurity" -}}
serviceAccountName: {{ include "punctual.name" . }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{- define "punctual.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* A variable from a Secret: (dict "env" NAME "secret" name "key" key "optional" bool) */}}
{{- define "punctual.secretEnv" -}}
- name: {{ .env }}
  valueFrom: { secretKeyRef: { name: {{ .secret }}, key: {{ .key | default .env }}{{ if .optional }}, optional: true{{ end }} } }
{{- end }}

{{- define "punctual.databaseEnv" -}}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef: {{- include "punctual.databaseKey" . | nindent 6 }}
{{- end }}

{{/* What Dapr's injector reads: (dict "root" $ "app" name "port" number). The health probe is that of platform/parts/dapr.ts. */}}
{{- define "punctual.daprAnnotations" -}}
{{- $dapr := .root.Values.dapr -}}
dapr.io/enabled: "true"
dapr.io/app-id: {{ .app }}
dapr.io/app-port: {{ .port | quote }}
dapr.io/config: punctual
dapr.io/env: {{ printf "KAFKA_BROKERS=%s" (include "punctual.brokers" .root) | quote }}
dapr.io/api-token-secret: {{ include "punctual.tokenSecret" (merge (dict "which" "api") .) }}
dapr.io/app-token-secret: {{ include "punctual.tokenSecret" (merge (dict "which" "app") .) }}
dapr.io/disable-builtin-k8s-secret-store: "true"
dapr.io/sidecar-listen-addresses: 127.0.0.1
dapr.io/enable-app-health-check: "true"
dapr.io/app-health-check-path: /healthz
dapr.io/app-health-probe-interval: "1"
dapr.io/app-health-probe-timeout: "950"
dapr.io/app-health-threshold: "3"
dapr.io/enable-native-sidecar: {{ $dapr.nativeSidecar | quote }}
dapr.io/graceful-shutdown-seconds: "5"
{{- if not $dapr.nativeSidecar }}
dapr.io/block-shutdown-duration: 25s
{{- end }}
dapr.io/sidecar-seccomp-profile-type: RuntimeDefault
dapr.io/log-as-json: "true"
dapr.io/log-level: {{ $dapr.logLevel }}
dapr.io/sidecar-cpu-request: {{ $dapr.resources.requests.cpu | quote }}
dapr.io/sidecar-memory-request: {{ $dapr.resources.requests.memory | quote }}
dapr.io/sidecar-cpu-limit: {{ $dapr.resources.limits.cpu | quote }}
dapr.io/sidecar-memory-limit: {{ $dapr.resources.limits.memory | quote }}
{{- end }}
