// Debian's Chromium, headless, that asks nothing of the network by itself.
import { createRequire } from 'node:module';

const { chromium } = createRequire(`${process.env.HOGNOSE_NPM}/`)('playwright-core');

export const launch = () =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
