import http from 'node:http';
import https from 'node:https';

/** Connections that are made for one call each, through an http proxy if there is one. */
export function proxiedAgent(options: { isSecure: boolean; proxyUrl?: string }): http.Agent {
  const { isSecure, proxyUrl } = options;
  const proxyEnv = proxyUrl === undefined ? undefined : { HTTPS_PROXY: proxyUrl, HTTP_PROXY: proxyUrl };
  return isSecure ? new https.Agent({ proxyEnv }) : new http.Agent({ proxyEnv });
}
