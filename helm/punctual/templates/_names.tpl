{{/* Names and addresses. Every name begins with that of the release. */}}
{{- define "punctual.name" -}}
{{- if contains "punctual" .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-punctual" .Release.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "punctual.selector" -}}
app.kubernetes.io/name: punctual
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "punctual.labels" -}}
{{ include "punctual.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* (dict "root" $ "name" "actors") → its image */}}
{{- define "punctual.image" -}}
{{ .root.Values.image.repository }}/{{ .name }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "punctual.publicUrl" -}}
{{- if .Values.publicUrl }}{{ .Values.publicUrl }}
{{- else if and .Values.ingress.enabled .Values.ingress.host }}{{ ternary "https" "http" (ne .Values.ingress.tlsSecret "") }}://{{ .Values.ingress.host }}
{{- else }}http://127.0.0.1:8420{{ end }}
{{- end }}

{{- define "punctual.secret" -}}
{{ .Values.existingSecret | default (include "punctual.name" .) }}
{{- end }}

{{/* Where DATABASE_URL is: name and key, as YAML. */}}
{{- define "punctual.databaseKey" -}}
{{- if .Values.database.cnpg.enabled -}}
name: {{ include "punctual.name" . }}-db-app
key: uri
{{- else if or .Values.existingSecret .Values.database.url -}}
name: {{ include "punctual.secret" . }}
key: DATABASE_URL
{{- else -}}
{{ fail "no database: set database.url (a PostgreSQL address or a Neon URL), existingSecret with DATABASE_URL, or database.cnpg.enabled" }}
{{- end }}
{{- end }}

{{- define "punctual.brokers" -}}
{{- if .Values.kafka.strimzi.enabled -}}
{{ include "punctual.name" . }}-kafka-bootstrap.{{ .Release.Namespace }}.svc:9092
{{- else -}}
{{ required "no Kafka: set kafka.brokers (host:port, several separated by commas) or kafka.strimzi.enabled" .Values.kafka.brokers }}
{{- end }}
{{- end }}

{{/* (dict "root" $ "app" "actors" "which" "api") → the Secret with a token of the sidecar (api) or of the app (app) */}}
{{- define "punctual.tokenSecret" -}}
{{- $given := ternary .root.Values.dapr.apiTokenSecret .root.Values.dapr.appTokenSecret (eq .which "api") -}}
{{ $given | default (printf "%s-%s-%s-token" (include "punctual.name" .root) .app .which) }}
{{- end }}
