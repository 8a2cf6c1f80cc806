{{/*
One of our processes: (dict "root" $ "app" name "port" number "live" path "ready" path "env" YAML of further variables).
Its values stand under its name.
*/}}
{{- define "punctual.deployment" -}}
{{- $root := .root -}}
{{- $values := index $root.Values .app -}}
{{- $name := printf "%s-%s" (include "punctual.name" $root) .app -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  labels: {{- include "punctual.labels" $root | nindent 4 }}
    app.kubernetes.io/component: {{ .app }}
spec:
  {{- if not $values.autoscaling.enabled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }
  selector:
    matchLabels: {{- include "punctual.selector" $root | nindent 6 }}
      app.kubernetes.io/component: {{ .app }}
  template:
    metadata:
      labels: {{- include "punctual.selector" $root | nindent 8 }}
        app.kubernetes.io/component: {{ .app }}
      annotations: {{- include "punctual.daprAnnotations" (dict "root" $root "app" .app "port" .port) | nindent 8 }}
        checksum/config: {{ include (print $root.Template.BasePath "/configmap.yaml") $root | sha256sum }}
        {{- with $values.podAnnotations }}{{ toYaml . | nindent 8 }}{{ end }}
    spec:
      {{- include "punctual.podSecurity" $root | nindent 6 }}
      terminationGracePeriodSeconds: {{ $root.Values.terminationGracePeriodSeconds }}
      topologySpreadConstraints:
        {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
        - topologyKey: {{ . }}
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app.kubernetes.io/instance: {{ $root.Release.Name }}, app.kubernetes.io/component: {{ $.app }} } }
        {{- end }}
      containers:
        - name: {{ .app }}
          image: {{ include "punctual.image" (dict "root" $root "name" .app) }}
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          securityContext: {{- include "punctual.containerSecurity" . | nindent 12 }}
          ports:
            - { name: app, containerPort: {{ .port }} }
            {{- if $root.Values.metrics.enabled }}
            - { name: metrics, containerPort: {{ $root.Values.metrics.port }} }
            {{- end }}
          envFrom:
            - configMapRef: { name: {{ include "punctual.name" $root }} }
          env:
            - { name: HOST, value: "0.0.0.0" }
            - { name: PORT, value: {{ .port | quote }} }
            # Told to end, it serves on for so long and says that it goes: services, placement and Kafka's groups let it go meanwhile.
            - { name: DRAIN_MS, value: {{ $root.Values.drainMs | quote }} }
            {{- range list "api" "app" }}
            {{- $secret := include "punctual.tokenSecret" (dict "root" $root "app" $.app "which" .) }}
            {{- include "punctual.secretEnv" (dict "env" (ternary "DAPR_API_TOKEN" "APP_API_TOKEN" (eq . "api")) "secret" $secret "key" "token") | nindent 12 }}
            {{- end }}
            {{- if $root.Values.metrics.enabled }}
            - { name: METRICS_HOST, value: "0.0.0.0" }
            - { name: METRICS_PORT, value: {{ $root.Values.metrics.port | quote }} }
            {{- include "punctual.secretEnv" (dict "env" "METRICS_TOKEN" "secret" (include "punctual.secret" $root)) | nindent 12 }}
            {{- end }}
            {{- with .env }}{{ . | nindent 12 }}{{ end }}
            {{- with $values.extraEnv }}{{ toYaml . | nindent 12 }}{{ end }}
          startupProbe: { httpGet: { path: {{ .live }}, port: app }, periodSeconds: 2, failureThreshold: 60, timeoutSeconds: 2 }
          livenessProbe: { httpGet: { path: {{ .live }}, port: app }, periodSeconds: 10, failureThreshold: 6, timeoutSeconds: 5 }
          # Slow to say no: what all replicas wait for at once (a host of actors that moves, the database) must not take all of them away.
          readinessProbe: { httpGet: { path: {{ .ready }}, port: app }, periodSeconds: 5, failureThreshold: 4, timeoutSeconds: 5 }
          resources: {{- toYaml $values.resources | nindent 12 }}
          volumeMounts:
            - { name: tmp, mountPath: /tmp }
      volumes:
        - { name: tmp, emptyDir: { sizeLimit: 64Mi } }
      {{- range $key := list "nodeSelector" "tolerations" "affinity" }}
      {{- with index $values $key }}
      {{ $key }}: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- end }}
{{- end }}
