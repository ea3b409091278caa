import type { ThemeConfig } from 'antd'

const fonts =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif'

/** Dark text on white, one blue, red only for what blocks. Contrast of text at least 4.5 : 1. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f4e8c',
    colorInfo: '#1f4e8c',
    colorLink: '#1f4e8c',
    colorSuccess: '#2f6b3c',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorTextBase: '#16202c',
    colorTextSecondary: '#4a5563',
    colorTextTertiary: '#5a6675',
    colorTextPlaceholder: '#667180',
    colorBorder: '#8b96a3',
    colorBgLayout: '#f6f7f9',
    borderRadius: 4,
    fontFamily: fonts,
    fontSize: 15,
    motion: false,
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none' } },
}
