const font =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere;word-break:break-word";
const text = 'font-size:15px;line-height:1.5';
const button =
  'display:inline-block;padding:9px 16px;margin:0 8px 8px 0;border-radius:6px;font-size:15px;font-weight:600;text-decoration:none';
const side = 'padding:8px 12px;margin:0 0 6px;border-radius:4px;border-left:3px solid';

/** Styles stand on the elements, since many mail programs drop style sheets; these are for a light page. */
export const styles = {
  page: `margin:0;padding:24px 12px;${font};${text};color:#1f2328;background:#f4f5f7`,
  card: 'max-width:600px;margin:0 auto;padding:24px;box-sizing:border-box;background:#ffffff;border:1px solid #d8dde3;border-radius:10px',
  place: 'margin:0 0 8px;font-size:13px;line-height:1.5;color:#57606a',
  title: 'font-size:22px;line-height:1.3;font-weight:650;margin:0 0 16px',
  heading: 'font-size:17px;line-height:1.35;font-weight:650;margin:0 0 12px',
  text: `margin:0 0 8px;${text}`,
  small: 'margin:16px 0 0;font-size:13px;line-height:1.55;color:#57606a',
  label: 'margin:10px 0 4px;font-size:13px;line-height:1.5;color:#57606a',
  loud: `margin:0 0 16px;padding:10px 14px;border-radius:6px;${text};background:#fff4d6;color:#5c3d00`,
  plain: `margin:0 0 16px;${text}`,
  box: 'margin:0 0 16px',
  name: 'margin:0 0 6px;font-size:16px;line-height:1.4;font-weight:650',
  before: `${side} #d1242f;${text};background:#ffebe9;color:#6e0b14`,
  after: `${side} #1a7f37;${text};background:#dafbe1;color:#0b4a1e`,
  side: 'font-size:12px;font-weight:650',
  first: `${button};background:#0550ae;color:#ffffff;border:1px solid #0550ae`,
  second: `${button};background:#ffffff;color:#0550ae;border:1px solid #8c959f`,
  link: 'color:#0550ae;text-decoration:underline;text-underline-offset:2px',
  rule: 'border:0;border-top:1px solid #d8dde3;margin:28px 0',
  foot: 'margin:24px 0 0;padding-top:14px;border-top:1px solid #d8dde3;font-size:13px;line-height:1.7;color:#57606a',
} as const;

/** The same for a dark page, where a mail program heeds style sheets; others invert the light one by themselves. */
export const sheet = [
  '@media (max-width:480px){.page{padding:0!important}.card{border-radius:0!important;border-width:0!important;padding:20px 16px!important}}',
  '@media (prefers-color-scheme:dark){',
  '.page{background:#0d1117!important;color:#e6edf3!important}',
  '.card{background:#161b22!important;border-color:#30363d!important}',
  '.muted{color:#9aa4af!important}',
  '.rule{border-color:#30363d!important}',
  '.link{color:#79b8ff!important}',
  '.loud{background:#3a2d0c!important;color:#f5d88a!important}',
  '.before{background:#3d1a1d!important;color:#ffc9c5!important;border-color:#f47067!important}',
  '.after{background:#12331e!important;color:#b6f0c4!important;border-color:#57ab5a!important}',
  '.first{background:#2f6fd0!important;border-color:#2f6fd0!important;color:#ffffff!important}',
  '.second{background:#161b22!important;border-color:#57606a!important;color:#79b8ff!important}',
  '}',
].join('');
