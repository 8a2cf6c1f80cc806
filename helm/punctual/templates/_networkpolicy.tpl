{{/* The beginning of a policy: (dict "root" $ "what" its name "apps" whom it concerns, else all) */}}
{{- define "punctual.policyHead" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "punctual.name" .root }}-{{ .what }}
  labels: {{- include "punctual.labels" .root | nindent 4 }}
spec:
  podSelector:
    matchLabels: {{- include "punctual.selector" .root | nindent 6 }}
    {{- with .apps }}
    matchExpressions:
      - { key: app.kubernetes.io/component, operator: In, values: {{ toJson . }} }
    {{- end }}
{{- end }}
{{- define "punctual.policyPorts" }}
{{- range . }}
        - { protocol: TCP, port: {{ . }} }
{{- end }}
{{- end }}
